package dev.capy.core.task;

import dev.capy.core.task.CommandRun.Cause;

/** A part of a step: the agent's own doing, or a command that runs for it. */
sealed interface Move {

    /** What the step itself does, commands aside. */
    record Work() implements Move {}

    /**
     * A command.
     *
     * @param cause why it runs
     * @param tool the tool that it is, or runs beside
     * @param script the shell script
     * @param workingDirectory where it starts
     */
    record Shell(Cause cause, String tool, String script, String workingDirectory) implements Move {}
}
