package dev.capy.core.provisioning;

import dev.capy.core.project.ProjectRepo;
import dev.capy.core.vm.VmSize;
import java.util.List;

/** One step on the way to a ready virtual machine (source: seed 003). */
public sealed interface Step {

    /** The API's name of it. */
    String name();

    /** A host is found and the image boots. */
    record CreateVm(VmSize size) implements Step {
        @Override
        public String name() {
            return "create_vm";
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

    /** A checkout that a restored machine has is brought to its branch's newest commit; other files stay. */
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
}
