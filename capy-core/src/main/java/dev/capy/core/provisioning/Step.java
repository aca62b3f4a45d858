package dev.capy.core.provisioning;

import dev.capy.core.project.ProjectRepo;
import dev.capy.core.setup.Phase;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One step on the way to a ready virtual machine (source: seed 003). */
public sealed interface Step {

    /** The API's name of it. */
    String name();

    /** A machine comes to be: always the first step, and over when it runs. */
    sealed interface Start extends Step {

        /** How big it is. */
        VmSize size();
    }

    /** A host is found and the image boots. */
    record CreateVm(VmSize size) implements Start {
        @Override
        public String name() {
            return "create_vm";
        }
    }

    /** A host is found, and a machine goes on with a disk that was captured. */
    record RestoreVm(VmSize size) implements Start {
        @Override
        public String name() {
            return "restore_vm";
        }
    }

    /** The server inside the machine answers. */
    record EnsureServer() implements Step {
        @Override
        public String name() {
            return "ensure_server";
        }
    }

    /** The variables are written to {@code /home/.env}. */
    record SetEnvVars() implements Step {
        @Override
        public String name() {
            return "set_env_vars";
        }
    }

    /** A repository is cloned to {@code /home/<repo-name>}. */
    record CloneRepo(ProjectRepo repo) implements Step {
        @Override
        public String name() {
            return "clone_repo";
        }
    }

    /**
     * A checkout that a machine has already is brought to its branch's newest commit, as git would: files of the commit
     * before that are no more go, files that nobody committed stay.
     */
    record CheckoutRepo(ProjectRepo repo) implements Step {
        @Override
        public String name() {
            return "checkout_repo";
        }
    }

    /**
     * A repository is initialized in its checkout.
     *
     * @param runsHooks whether its own legacy hooks count: no Setup has taken their place
     */
    record InitRepo(ProjectRepo repo, boolean runsHooks) implements Step {
        @Override
        public String name() {
            return "init_repo";
        }
    }

    /** Commands run one after the other. */
    record RunCommands(String name, String workingDirectory, List<SetupCommand> commands) implements Step {
        public RunCommands {
            commands = List.copyOf(commands);
        }
    }

    /**
     * The scripts that a Setup has for a phase run side by side; the step takes as long as the slowest.
     *
     * @param scripts at least one, in the project's order
     */
    record RunPhase(Phase phase, List<PhaseScript> scripts) implements Step {
        public RunPhase {
            scripts = List.copyOf(scripts);
        }

        @Override
        public String name() {
            return phase.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What one repository does in a phase, in its checkout.
     *
     * @param timeout how long it may, before it is cut off
     */
    record PhaseScript(ProjectRepo repo, String script, Duration timeout) {}
}
