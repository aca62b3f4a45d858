package dev.capy.core.shell.internal;

import dev.capy.core.shell.CommandRules;
import dev.capy.core.shell.Outcome;
import dev.capy.core.shell.Pace;
import dev.capy.core.shell.ShellSession;
import dev.capy.core.shell.syntax.Program;
import java.time.Duration;
import java.util.Map;

/** One run of a program from its session to its outcome. */
public final class ShellRun {

    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Evaluation evaluation;
    private final Transcript out;
    private final Transcript err;
    private final ShellProcess process;

    public ShellRun(
            ShellSession session, CommandRules rules, Pace pace, Duration timeout, Map<String, Builtin> builtins) {
        Budget budget = new Budget();
        long deadline = Math.min(Nanos.of(timeout), Long.MAX_VALUE - 1);
        this.evaluation = new Evaluation(rules, pace, builtins, deadline, budget);
        this.out = new Transcript(budget);
        this.err = new Transcript(budget);
        this.process = new ShellProcess(
                evaluation,
                new Disk(session.files(), budget),
                variables(session),
                new Streams(Input.empty(), out, err),
                session.workingDirectory(),
                session.user());
    }

    private static Variables variables(ShellSession session) {
        Variables variables = new Variables(session.environment());
        variables.provide("HOME", session.user().equals("root") ? "/root" : "/home/" + session.user());
        variables.provide("PATH", PATH);
        variables.provide("USER", session.user());
        variables.set("PWD", session.workingDirectory());
        variables.export("PWD");
        return variables;
    }

    /** Runs it. */
    public Outcome run(Program program) {
        try {
            return outcome(new Interpreter().runToEnd(program, process), false);
        } catch (Jump.Deadline deadline) {
            return outcome(Outcome.TIMED_OUT, true);
        } catch (Jump.LimitExceeded limit) {
            String message = process.name + ": " + process.line + ": limit reached: " + limit.what() + "\n";
            err.close(message, process.now);
            return outcome(2, false);
        } catch (Jump.LeaveLoop leave) {
            return outcome(0, false);
        }
    }

    private Outcome outcome(int status, boolean timedOut) {
        long end = timedOut ? evaluation.deadline() : process.now;
        process.disk.advanceTo(evaluation.deadline());
        return new Outcome(
                status,
                out.limitedText(end),
                err.limitedText(end),
                Duration.ofNanos(end),
                process.disk.effects(),
                timedOut);
    }
}
