package dev.capy.core.shell.internal;

import dev.capy.core.shell.syntax.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs simple commands: expands, redirects, assigns, and finds who does the work. */
final class SimpleRunner {

    /** Their assignments stay, and their errors end the shell. */
    private static final Set<String> SPECIAL =
            Set.of(":", ".", "break", "continue", "eval", "exec", "exit", "export", "return", "set", "shift", "unset");

    private record Former(String name, @Nullable String value, boolean exported) {}

    private final Interpreter interpreter;
    private final Expander expander;
    private final Redirector redirector;
    private final ProgramRunner programs;

    SimpleRunner(Interpreter interpreter, Expander expander, Redirector redirector) {
        this.interpreter = interpreter;
        this.expander = expander;
        this.redirector = redirector;
        this.programs = new ProgramRunner(interpreter);
    }

    int run(Command.Simple command, ShellProcess process) {
        process.evaluation.budget().step();
        process.line = command.line();
        process.substitutionStatus = 0;
        List<String> words = expander.fields(command.words(), process);
        Streams before = process.streams;
        Streams streams = redirector.redirect(command.redirections(), process);
        if (streams == null) {
            return failedRedirection(words);
        }
        if (words.isEmpty()) {
            trace(assign(command.assignments(), process), process, before);
            return process.substitutionStatus;
        }
        process.streams = streams;
        try {
            return run(words, command.assignments(), process, before);
        } finally {
            boolean kept = words.get(0).equals("exec") && words.size() == 1;
            if (!kept) {
                process.streams = before;
            }
        }
    }

    private static int failedRedirection(List<String> words) {
        if (!words.isEmpty() && SPECIAL.contains(words.get(0))) {
            throw new Jump.ExitShell(2);
        }
        return 2;
    }

    private int run(List<String> words, List<Command.Assignment> assignments, ShellProcess process, Streams traced) {
        List<Former> former = remember(assignments, process);
        List<String> trace = assign(assignments, process);
        trace.addAll(words);
        trace(trace, process, traced);
        if (former.isEmpty() || SPECIAL.contains(words.get(0))) {
            return dispatch(words, process);
        }
        former.forEach(each -> process.variables.export(each.name()));
        try {
            return dispatch(words, process);
        } finally {
            former.forEach(each -> restore(each, process));
        }
    }

    private static void trace(List<String> words, ShellProcess process, Streams streams) {
        if (process.options.xtrace()) {
            streams.err().write("+ " + String.join(" ", words) + "\n", process.now);
        }
    }

    private static List<Former> remember(List<Command.Assignment> assignments, ShellProcess process) {
        List<Former> former = new ArrayList<>(0);
        for (Command.Assignment assignment : assignments) {
            String name = assignment.name();
            former.add(new Former(name, process.variables.get(name), process.variables.isExported(name)));
        }
        return former;
    }

    private static void restore(Former former, ShellProcess process) {
        process.variables.set(former.name(), former.value());
        if (!former.exported()) {
            process.variables.unexport(former.name());
        }
    }

    private List<String> assign(List<Command.Assignment> assignments, ShellProcess process) {
        List<String> made = new ArrayList<>(0);
        for (Command.Assignment assignment : assignments) {
            String value = expander.single(assignment.value(), process);
            process.variables.set(assignment.name(), value);
            made.add(assignment.name() + "=" + value);
        }
        return made;
    }

    int dispatch(List<String> words, ShellProcess process) {
        Command function = process.functions.get(words.get(0));
        if (function != null) {
            return call(function, words, process);
        }
        Builtin builtin = process.evaluation.builtins().get(words.get(0));
        return builtin == null ? programs.run(words, process) : builtin.run(new Call(words, process, interpreter));
    }

    int program(List<String> words, ShellProcess process) {
        return programs.run(words, process);
    }

    private int call(Command function, List<String> words, ShellProcess process) {
        List<String> arguments = process.arguments;
        int loops = process.loops;
        int conditions = process.conditions;
        int depth = process.evaluation.budget().depth();
        process.arguments = List.copyOf(words.subList(1, words.size()));
        process.loops = 0;
        process.functionDepth++;
        try {
            return process.withOwnVariables(() -> interpreter.execute(function, process));
        } catch (Jump.Return end) {
            process.conditions = conditions;
            process.evaluation.budget().setDepth(depth);
            return end.status();
        } finally {
            process.arguments = arguments;
            process.loops = loops;
            process.functionDepth--;
        }
    }
}
