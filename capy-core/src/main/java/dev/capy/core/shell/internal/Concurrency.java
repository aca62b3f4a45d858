package dev.capy.core.shell.internal;

import dev.capy.core.shell.syntax.Command;
import dev.capy.core.shell.syntax.Program;
import java.util.List;

/** Subshells, and what runs at the same time: pipelines and the background. */
final class Concurrency {

    private final Interpreter interpreter;

    Concurrency(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Runs a command in a subshell and waits for it. */
    int subshell(Command body, ShellProcess process) {
        ShellProcess child = process.fork();
        try {
            return runToEnd(body, child);
        } finally {
            process.now = child.now;
            process.backgroundEnd = Math.max(process.backgroundEnd, child.backgroundEnd);
        }
    }

    private int runToEnd(Command body, ShellProcess child) {
        int depth = child.evaluation.budget().depth();
        try {
            return interpreter.execute(body, child);
        } catch (Jump.ExitShell exit) {
            return exit.status();
        } catch (Jump.Return end) {
            return end.status();
        } catch (Jump.LeaveLoop leave) {
            return 0;
        } finally {
            child.evaluation.budget().setDepth(depth);
        }
    }

    /** All stages start at once; whoever reads waits for what he reads; the pipeline ends when all have ended. */
    int pipeline(List<Command> stages, ShellProcess process) {
        long end = process.now;
        int status = 0;
        int failure = 0;
        boolean cut = false;
        Input input = process.streams.in();
        for (int i = 0; i < stages.size(); i++) {
            boolean last = i == stages.size() - 1;
            Transcript pipe = new Transcript(process.evaluation.budget());
            ShellProcess child = process.fork();
            child.streams = last
                    ? child.streams.withIn(input)
                    : child.streams.withIn(input).withOut(pipe);
            long childEnd = Long.MAX_VALUE;
            int depth = process.evaluation.budget().depth();
            try {
                status = runToEnd(stages.get(i), child);
                childEnd = last ? child.now : Math.max(child.now, child.backgroundEnd);
            } catch (Jump.Deadline deadline) {
                cut = true;
                process.evaluation.budget().setDepth(depth);
            }
            failure = status == 0 ? failure : status;
            end = Math.max(end, childEnd);
            input = new Input(last ? "" : pipe.text(), childEnd);
        }
        process.advanceTo(cut ? Long.MAX_VALUE : end);
        return process.options.pipefail() ? failure : status;
    }

    /** Lets a command run on its own; the disk learns what it does when its time comes. */
    void background(Command command, ShellProcess process) {
        ShellProcess child = process.fork();
        child.disk = process.disk.fork(process.now);
        child.streams = child.streams.withIn(Input.empty());
        int depth = process.evaluation.budget().depth();
        long end = Long.MAX_VALUE;
        try {
            runToEnd(command, child);
            end = Math.max(child.now, child.backgroundEnd);
        } catch (Jump.Deadline deadline) {
            process.evaluation.budget().setDepth(depth);
        }
        process.disk.schedule(child.disk);
        process.backgroundEnd = Math.max(process.backgroundEnd, end);
    }

    String substitute(Program body, ShellProcess process) {
        ShellProcess child = process.fork();
        Transcript output = new Transcript(process.evaluation.budget());
        child.streams = child.streams.withOut(output);
        Budget budget = process.evaluation.budget();
        int depth = budget.depth();
        budget.enter();
        try {
            process.substitutionStatus = interpreter.runToEnd(body, child);
        } catch (Jump.LeaveLoop leave) {
            process.substitutionStatus = 0;
        } finally {
            process.now = child.now;
            budget.setDepth(depth);
        }
        process.advanceTo(Math.max(child.now, child.backgroundEnd));
        String text = output.text();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
