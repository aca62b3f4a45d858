package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileNode;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.Provisioning.Status;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that has its repositories already becomes ready for a run. */
class RestoredMachinesTest {

    private final TestBoots boots = TestBoots.ofOneRepository();
    private String vmId;

    @BeforeEach
    void bootOne() {
        vmId = boots.boot().vmId();
        boots.world.write(tx -> {
            boots.world.hypervisor().write(tx, vmId, "/home/app/node_modules/left-pad/index.js", FileNode.of("pad\n"));
            boots.world.hypervisor().write(tx, vmId, "/home/app/README.md", FileNode.of("scribbled\n"));
            return true;
        });
    }

    private Provisioning prepare(String branch) {
        Provisioning started = boots.world.write(tx -> {
            Project project = boots.world.projects().project(tx, TestBoots.PROJECT);
            Plan plan =
                    new Plans(boots.world.setups()).restored(tx, project, List.of(new ProjectRepo("acme/app", branch)));
            return boots.world.provisioner().prepare(tx, vmId, plan);
        });
        boots.world.clock().runUntilIdle();
        return boots.world.read(
                view -> boots.world.provisioner().find(view, started.id()).orElseThrow());
    }

    @Test
    void checksTheBranchOutAndCreatesNothing() {
        Provisioning prepared = prepare("feature");

        assertThat(prepared.status()).isEqualTo(Status.READY);
        assertThat(prepared.log()).extracting(StepLog::name).containsExactly("set_env_vars", "checkout_repo");
        assertThat(boots.text(vmId, "/home/app/README.md")).isEqualTo("# Feature\n");
    }

    @Test
    void keepsFilesThatAreNotTracked() {
        prepare("feature");

        assertThat(boots.text(vmId, "/home/app/node_modules/left-pad/index.js")).isEqualTo("pad\n");
    }

    @Test
    void putsTrackedFilesBack() {
        prepare("main");

        assertThat(boots.text(vmId, "/home/app/README.md")).isEqualTo("# App\n");
    }

    @Test
    void failsOnABranchThatIsNotThere() {
        Provisioning prepared = prepare("nowhere");

        assertThat(prepared.failure().orElseThrow().name()).isEqualTo("checkout_repo");
        assertThat(boots.text(vmId, "/home/app/README.md")).isEqualTo("scribbled\n");
    }

    @Test
    void isForgottenOnRequestAndGoesNoFurther() {
        boots.world.write(tx -> {
            Project project = boots.world.projects().project(tx, TestBoots.PROJECT);
            Plan plan = new Plans(boots.world.setups()).restored(tx, project, project.repos());
            Provisioning started = boots.world.provisioner().prepare(tx, vmId, plan);
            boots.world.provisioner().forget(tx, started.id());
            return true;
        });

        assertThat(boots.world.clock().isIdle()).isTrue();
        assertThat(boots.text(vmId, "/home/app/README.md")).isEqualTo("scribbled\n");
    }
}
