package dev.capy.core.task;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.setup.HookContext;
import dev.capy.core.shell.Outcome;
import dev.capy.core.task.CommandRun.Ending;

/** The records of the commands of runs. */
final class Transcript {

    private static final Table<CommandRun> COMMANDS = Table.of("command_runs", CommandRun.class, CommandRun::id);
    private static final Index<CommandRun, String> BY_JAM = COMMANDS.index(CommandRun::jamId);

    Transcript(Registry registry) {
        registry.tables(COMMANDS);
    }

    /** A command has started. */
    void started(Tx tx, String executionId, Jam jam, Move.Shell shell) {
        tx.insert(
                COMMANDS,
                new CommandRun(
                        executionId,
                        jam.id(),
                        shell.cause(),
                        shell.tool(),
                        shell.script(),
                        shell.workingDirectory(),
                        tx.now(),
                        null));
    }

    /** A command has ended; of what a hook printed the agent reads as much as the Setup allows. */
    void ended(Tx tx, String executionId, Jam jam, Outcome outcome) {
        CommandRun command = tx.get(COMMANDS, executionId);
        HookContext context = jam.place().setup().hooks().context();
        boolean hook = command.cause().isHook();
        tx.update(
                COMMANDS,
                command.ended(new Ending(
                        outcome.exitCode(),
                        hook ? context.shorten(outcome.stdout()) : outcome.stdout(),
                        hook ? context.shorten(outcome.stderr()) : outcome.stderr(),
                        outcome.duration())));
    }

    /** The commands of a run, in the order of their start. */
    Rows<CommandRun> of(View view, String jamId) {
        return view.where(BY_JAM, jamId);
    }
}
