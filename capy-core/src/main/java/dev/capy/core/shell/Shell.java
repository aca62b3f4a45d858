package dev.capy.core.shell;

import dev.capy.core.shell.builtin.Builtins;
import dev.capy.core.shell.internal.ShellRun;
import java.time.Duration;

/**
 * A POSIX-like shell whose time is virtual: a pure function from a script and the files it starts from to what it
 * prints, how long it takes and what it changes. Same arguments, same outcome; nothing waits, nothing is thrown for what
 * a script does. Stateless and thread-safe.
 */
public final class Shell {

    private Shell() {}

    /** Parses a script, to be run any number of times; a syntax error shows when it is run. */
    public static Script parse(String source) {
        return new Script(source);
    }

    /** Parses and runs; see {@link #run(Script, ShellSession, CommandRules, Pace, Duration)}. */
    public static Outcome run(String script, ShellSession session, CommandRules rules, Pace pace, Duration timeout) {
        return run(parse(script), session, rules, pace, timeout);
    }

    /**
     * Runs a script.
     *
     * @param script what to run
     * @param session the files, directory, environment and user it starts from
     * @param rules the programs it may call besides the shell's own commands
     * @param pace how long those programs really take
     * @param timeout when it is cut off; not negative
     * @return what came of it, with the shell's own exit codes: 2 for a syntax error or a limit, 124 for a timeout, 126
     *     for a file that is no program, 127 for a program that is not found
     */
    public static Outcome run(Script script, ShellSession session, CommandRules rules, Pace pace, Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative, was " + timeout);
        }
        return new ShellRun(session, rules, pace, timeout, Builtins.ALL).run(script.program());
    }
}
