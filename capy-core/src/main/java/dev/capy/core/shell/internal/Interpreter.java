package dev.capy.core.shell.internal;

import dev.capy.core.shell.syntax.Command;
import dev.capy.core.shell.syntax.Program;
import dev.capy.core.shell.syntax.SyntaxError;
import java.util.List;

/** Walks syntax trees. Keeps nothing between commands but its process's state. Not thread-safe. */
public final class Interpreter {

    private final SimpleRunner simple;
    private final CompoundRunner compound;
    private final Concurrency concurrency;
    private final Redirector redirector;

    public Interpreter() {
        Expander expander = new Expander(this);
        this.redirector = new Redirector(expander);
        this.simple = new SimpleRunner(this, expander, redirector);
        this.compound = new CompoundRunner(this, expander);
        this.concurrency = new Concurrency(this);
    }

    /** Runs a whole program in a process; a syntax error ends the process's shell when it is reached. */
    public int run(Program program, ShellProcess process) {
        for (Command command : program.commands()) {
            execute(command, process);
        }
        if (program.error().isPresent()) {
            SyntaxError error = program.error().get();
            process.line = error.line();
            process.complain(error.text());
            throw new Jump.ExitShell(2);
        }
        return program.commands().isEmpty() ? 0 : process.status;
    }

    /** Runs a program to the end of its process, whatever ends it. */
    public int runToEnd(Program program, ShellProcess process) {
        try {
            return run(program, process);
        } catch (Jump.ExitShell exit) {
            return exit.status();
        } catch (Jump.Return end) {
            return end.status();
        }
    }

    int execute(Command command, ShellProcess process) {
        Budget budget = process.evaluation.budget();
        budget.enter();
        int status = perform(command, process);
        process.status = status;
        budget.leave();
        return status;
    }

    private int perform(Command command, ShellProcess process) {
        if (command instanceof Command.Simple one) {
            return checked(simple.run(one, process), process);
        }
        if (command instanceof Command.AndOr list) {
            return andOr(list, process);
        }
        if (command instanceof Command.Sequence sequence) {
            return sequence(sequence, process);
        }
        if (command instanceof Command.Pipeline pipeline) {
            return pipeline(pipeline, process);
        }
        if (command instanceof Command.Subshell subshell) {
            return checked(concurrency.subshell(subshell.body(), process), process);
        }
        if (command instanceof Command.Redirected redirected) {
            return redirected(redirected, process);
        }
        return compound.run(command, process);
    }

    /** Under {@code set -e} a failure that nobody asks about ends the shell. */
    private static int checked(int status, ShellProcess process) {
        if (status != 0 && process.options.errexit() && process.conditions == 0) {
            throw new Jump.ExitShell(status);
        }
        return status;
    }

    private int andOr(Command.AndOr list, ShellProcess process) {
        List<Command.Link> rest = list.rest();
        int status = condition(list.first(), process);
        for (int i = 0; i < rest.size(); i++) {
            Command.Link link = rest.get(i);
            if (link.and() == (status == 0)) {
                boolean last = i == rest.size() - 1;
                status = last ? execute(link.command(), process) : condition(link.command(), process);
            }
        }
        return status;
    }

    /** Runs a command whose failure is an answer. */
    int condition(Command command, ShellProcess process) {
        process.conditions++;
        try {
            return execute(command, process);
        } finally {
            process.conditions--;
        }
    }

    private int sequence(Command.Sequence sequence, ShellProcess process) {
        int status = 0;
        for (Command.Item item : sequence.items()) {
            if (item.background()) {
                concurrency.background(item.command(), process);
                status = 0;
                process.status = 0;
            } else {
                status = execute(item.command(), process);
            }
        }
        return status;
    }

    private int pipeline(Command.Pipeline pipeline, ShellProcess process) {
        if (!pipeline.negated()) {
            return checked(concurrency.pipeline(pipeline.stages(), process), process);
        }
        process.conditions++;
        try {
            int status = pipeline.stages().size() == 1
                    ? execute(pipeline.stages().get(0), process)
                    : concurrency.pipeline(pipeline.stages(), process);
            return status == 0 ? 1 : 0;
        } finally {
            process.conditions--;
        }
    }

    private int redirected(Command.Redirected redirected, ShellProcess process) {
        process.line = redirected.line();
        Streams streams = redirector.redirect(redirected.redirections(), process);
        if (streams == null) {
            return checked(2, process);
        }
        Streams before = process.streams;
        process.streams = streams;
        try {
            return execute(redirected.body(), process);
        } finally {
            process.streams = before;
        }
    }

    /** What a program prints, without the newlines at its end. */
    String substitute(Program body, ShellProcess process) {
        return concurrency.substitute(body, process);
    }

    /** Runs words as a command. */
    int dispatch(List<String> words, ShellProcess process) {
        process.evaluation.budget().enter();
        int status = simple.dispatch(words, process);
        process.evaluation.budget().leave();
        return status;
    }

    /** Runs words as a program, whatever functions and builtins there are. */
    int program(List<String> words, ShellProcess process) {
        return simple.program(words, process);
    }
}
