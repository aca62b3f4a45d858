package dev.capy.core.warmpool;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.SetupCommand;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A world whose project {@code proj_app} works on {@code acme/app}, to try its warm pool. */
final class PoolWorld {

    static final String PROJECT = "proj_app";
    static final ProjectRepo MAIN = new ProjectRepo("acme/app", "main");
    static final SetupCommand FAILING = SetupCommand.of("exit 1");

    private static final Fixture FIXTURE = Fixture.empty()
            .repository(
                    "acme/app",
                    repository -> repository
                            .file("README.md", "# App\n")
                            .branch("feature", FileTree.EMPTY.with("README.md", FileNode.of("# Feature\n"))))
            .organization(
                    "org_acme",
                    organization -> organization
                            .user("user_owner", user -> user.token("owner"))
                            .project(PROJECT, project -> project.repo("acme/app"))
                            .project("proj_second", project -> project.repo("acme/app")))
            .organization(
                    "org_poor",
                    organization -> organization
                            .warmPoolAllowed(false)
                            .user("user_poor", user -> user.token("poor"))
                            .project("proj_poor", project -> project.repo("acme/app")));

    final CapyWorld world = CapyWorld.builder().seed(11).fixture(FIXTURE).build();
    final Member owner = world.as("owner");

    WarmPool configure(UnaryOperator<WarmPoolConfig> change) {
        return owner.configureWarmPool(PROJECT, change);
    }

    /** Enables the pool and waits until it is filled. */
    PoolWorld filled(int target) {
        configure(config -> config.withEnabled(true).withTargetSize(target));
        return idle();
    }

    PoolWorld idle() {
        world.clock().runUntilIdle();
        return this;
    }

    PoolWorld after(Duration time) {
        world.clock().advance(time);
        return this;
    }

    PoolStatus status() {
        return owner.warmPoolStatus(PROJECT);
    }

    /** The instances in a status, oldest first. */
    List<Instance> in(InstanceStatus status) {
        return owner.instances(PROJECT).stream()
                .filter(instance -> instance.status() == status)
                .sorted(Comparator.comparingLong(
                        instance -> -owner.instances(PROJECT).indexOf(instance)))
                .toList();
    }

    Instance instance(String id) {
        return owner.instance(PROJECT, id);
    }

    Optional<Instance> claim() {
        return claim(List.of(MAIN), VmSize.MEDIUM);
    }

    Optional<Instance> claim(List<ProjectRepo> repos, VmSize size) {
        return world.write(tx -> world.warmPools().claim(tx, project(), repos, size));
    }

    Project project() {
        return world.read(view -> world.projects().project(view, PROJECT));
    }

    Optional<Vm> vm(Instance instance) {
        return world.read(view -> world.hypervisor().find(view, instance.vmId()));
    }

    void destroy(Instance claimed) {
        world.write(tx -> {
            world.hypervisor().destroy(tx, claimed.vmId());
            return true;
        });
    }

    /** Lets the host fail that carries the machine. */
    void crash(Instance instance) {
        world.write(tx -> {
            String host =
                    world.hypervisor().find(tx, instance.vmId()).map(Vm::hostId).orElseThrow();
            world.hypervisor().crash(tx, host);
            return true;
        });
    }
}
