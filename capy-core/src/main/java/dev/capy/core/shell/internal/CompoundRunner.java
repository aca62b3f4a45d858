package dev.capy.core.shell.internal;

import dev.capy.core.shell.syntax.Command;
import dev.capy.core.shell.syntax.Word;
import java.util.List;

/** Conditions, loops and choices. */
final class CompoundRunner {

    private static final int TURNS = 10_000;

    private final Interpreter interpreter;
    private final Expander expander;

    CompoundRunner(Interpreter interpreter, Expander expander) {
        this.interpreter = interpreter;
        this.expander = expander;
    }

    int run(Command command, ShellProcess process) {
        if (command instanceof Command.If choice) {
            return choose(choice, process);
        }
        if (command instanceof Command.Loop loop) {
            return repeat(loop, process);
        }
        if (command instanceof Command.For loop) {
            return forEach(loop, process);
        }
        if (command instanceof Command.Case cases) {
            return match(cases, process);
        }
        if (command instanceof Command.Function function) {
            process.functions.put(function.name(), function.body());
            return 0;
        }
        throw new IllegalStateException("not a compound command: " + command);
    }

    private int choose(Command.If choice, ShellProcess process) {
        for (Command.Branch branch : choice.branches()) {
            if (interpreter.condition(branch.condition(), process) == 0) {
                return interpreter.execute(branch.body(), process);
            }
        }
        return choice.otherwise().isPresent()
                ? interpreter.execute(choice.otherwise().get(), process)
                : 0;
    }

    private int repeat(Command.Loop loop, ShellProcess process) {
        int[] status = {0};
        int turns = 0;
        while (turn(process, () -> {
            if ((interpreter.condition(loop.condition(), process) == 0) == loop.until()) {
                return false;
            }
            status[0] = interpreter.execute(loop.body(), process);
            return true;
        })) {
            if (++turns > TURNS) {
                process.line = loop.line();
                throw new Jump.LimitExceeded("loop of more than " + TURNS + " turns");
            }
        }
        return status[0];
    }

    private int forEach(Command.For loop, ShellProcess process) {
        List<String> values =
                loop.values().isPresent() ? expander.fields(loop.values().get(), process) : process.arguments;
        int[] status = {0};
        for (String value : values) {
            process.variables.set(loop.variable(), value);
            boolean goOn = turn(process, () -> {
                status[0] = interpreter.execute(loop.body(), process);
                return true;
            });
            if (!goOn) {
                break;
            }
        }
        return status[0];
    }

    @FunctionalInterface
    private interface Turn {
        boolean goOn();
    }

    /** One turn of a loop; answers whether there is to be another. */
    private static boolean turn(ShellProcess process, Turn turn) {
        int conditions = process.conditions;
        int depth = process.evaluation.budget().depth();
        process.loops++;
        try {
            return turn.goOn();
        } catch (Jump.LeaveLoop leave) {
            process.conditions = conditions;
            process.evaluation.budget().setDepth(depth);
            if (leave.levels() > 1 && process.loops > 1) {
                throw leave.outer();
            }
            return leave.again();
        } finally {
            process.loops--;
        }
    }

    private int match(Command.Case cases, ShellProcess process) {
        String subject = expander.single(cases.subject(), process);
        for (Command.Choice choice : cases.choices()) {
            for (Word word : choice.patterns()) {
                String pattern = expander.pattern(word, process);
                process.evaluation.budget().charge(1L + (long) pattern.length() * subject.length());
                if (GlobPattern.matches(pattern, subject)) {
                    return interpreter.execute(choice.body(), process);
                }
            }
        }
        return 0;
    }
}
