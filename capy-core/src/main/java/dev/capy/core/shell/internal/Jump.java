package dev.capy.core.shell.internal;

/** What leaves the ordinary flow of a script. Carries no stack trace: it is no failure of ours. */
@SuppressWarnings("serial")
public abstract sealed class Jump extends RuntimeException {

    private Jump(String message) {
        super(message, null, false, false);
    }

    /** The shell, or the subshell, ends. */
    public static final class ExitShell extends Jump {
        private final int status;

        public ExitShell(int status) {
            super("exit");
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** The function, or the sourced file, ends. */
    public static final class Return extends Jump {
        private final int status;

        public Return(int status) {
            super("return");
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** So many enclosing loops end, or the last of them goes on with its next turn. */
    public static final class LeaveLoop extends Jump {
        private final int levels;
        private final boolean again;

        public LeaveLoop(int levels, boolean again) {
            super("leave loop");
            this.levels = levels;
            this.again = again;
        }

        int levels() {
            return levels;
        }

        boolean again() {
            return again;
        }

        LeaveLoop outer() {
            return new LeaveLoop(levels - 1, again);
        }
    }

    /** Virtual time has reached the timeout. */
    static final class Deadline extends Jump {
        Deadline() {
            super("deadline");
        }
    }

    /** The script wants more than any may have. */
    static final class LimitExceeded extends Jump {
        LimitExceeded(String what) {
            super(what);
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }
}
