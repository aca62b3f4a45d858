package dev.capy.core.simulation;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.setup.Setup;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What may be done to the Setup and the snapshots of a simulated project, at random. */
final class SetupOperations {

    private static final List<String> SCRIPTS = List.of(
            "build", "sleep 7", "echo ready > ready", "lint", "serve", "exit 4", "sleep 30 & echo started", "npm ci");

    private final CapyWorld world;
    private final Random random;

    SetupOperations(CapyWorld world, Random random) {
        this.world = world;
        this.random = random;
    }

    Operation save(String member, String project) {
        Setup setup = new Setup(size(), repositories(project), Setup.NONE.hooks());
        return new Operation(
                "save " + setup + " of " + project, () -> world.as(member).saveSetup(project, before -> setup, true));
    }

    /** Mostly sizes of which several fit on a host; one that fits on none is among them. */
    private VmSize size() {
        return random.nextInt(8) > 0
                ? List.of(VmSize.SMALL, VmSize.MEDIUM, VmSize.LARGE).get(random.nextInt(3))
                : List.of(VmSize.ULTRA, VmSize.HYPER).get(random.nextInt(2));
    }

    private List<RepositorySetup> repositories(String project) {
        List<RepositorySetup> setups = new ArrayList<>();
        for (ProjectRepo repo :
                world.read(view -> world.projects().project(view, project).repos())) {
            RepositorySetup setup = RepositorySetup.of(repo.repoFullName(), repo.branch());
            for (Phase phase : Phase.values()) {
                setup = random.nextBoolean() ? setup : setup.withScript(phase, script());
                setup = setup.withTimeout(phase, Duration.ofSeconds(60));
            }
            setups.add(setup);
        }
        return setups;
    }

    /** One that ends well, more often than not. */
    private String script() {
        return SCRIPTS.get(random.nextInt(3) > 0 ? random.nextInt(3) : random.nextInt(SCRIPTS.size()));
    }

    Operation testSnapshot(String member, String project) {
        return new Operation(
                "test snapshot of " + project, () -> world.as(member).testSnapshot(project));
    }

    Operation enableSnapshots(String member, String project, boolean enabled) {
        return new Operation((enabled ? "enable" : "disable") + " snapshots of " + project, () -> {
            Member someone = world.as(member);
            try {
                someone.enableSnapshots(project, enabled);
            } catch (Invalid refused) {
                // its warm pool is on
            }
        });
    }
}
