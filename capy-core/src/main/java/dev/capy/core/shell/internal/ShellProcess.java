package dev.capy.core.shell.internal;

import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import dev.capy.core.shell.syntax.Command;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The state of one shell or subshell. Not thread-safe. */
public final class ShellProcess {

    final Evaluation evaluation;
    Disk disk;
    Variables variables;
    Map<String, Command> functions;
    Streams streams;
    Options options = Options.NONE;
    String name;
    List<String> arguments = List.of();
    String directory;
    final String user;
    long now;
    long backgroundEnd;
    int line = 1;
    int status;
    int substitutionStatus;
    /** Above zero where a failure is an answer, not an error, so that {@code set -e} does not see it. */
    int conditions;

    int loops;
    int functionDepth;
    /** What the variables that the present function made its own were before. */
    private Map<String, Optional<String>> callersVariables = new HashMap<>(0);

    ShellProcess(
            Evaluation evaluation, Disk disk, Variables variables, Streams streams, String directory, String user) {
        this.evaluation = evaluation;
        this.disk = disk;
        this.variables = variables;
        this.functions = new HashMap<>(0);
        this.streams = streams;
        this.name = "sh";
        this.directory = directory;
        this.user = user;
    }

    /** A subshell: it knows all that this one knows, and nothing it does to itself comes back. */
    ShellProcess fork() {
        ShellProcess fork = new ShellProcess(evaluation, disk, variables.copy(), streams, directory, user);
        fork.functions = new HashMap<>(functions);
        fork.options = options;
        fork.name = name;
        fork.arguments = arguments;
        fork.now = now;
        fork.backgroundEnd = now;
        fork.line = line;
        fork.status = status;
        fork.conditions = conditions;
        fork.functionDepth = functionDepth;
        return fork;
    }

    /** Another shell program, which knows only what is exported. */
    ShellProcess spawn(String program, List<String> itsArguments) {
        ShellProcess child =
                new ShellProcess(evaluation, disk, new Variables(variables.environment()), streams, directory, user);
        child.name = program;
        child.arguments = itsArguments;
        child.now = now;
        child.backgroundEnd = now;
        return child;
    }

    /** Lets {@code name} have its present value again when the function ends. */
    public void keepForCaller(String name) {
        callersVariables.putIfAbsent(name, Optional.ofNullable(variables.get(name)));
    }

    /** Runs a function's body with room for its own variables. */
    int withOwnVariables(IntSupplier body) {
        Map<String, Optional<String>> outer = callersVariables;
        callersVariables = new HashMap<>(0);
        try {
            return body.getAsInt();
        } finally {
            callersVariables.forEach((variable, value) -> variables.set(variable, value.orElse(null)));
            callersVariables = outer;
        }
    }

    /** Runs something whose changes to the variables are forgotten afterwards. */
    public int withVariables(IntSupplier body) {
        Variables before = variables;
        variables = before.copy();
        try {
            return body.getAsInt();
        } finally {
            variables = before;
        }
    }

    public Disk disk() {
        return disk;
    }

    public Variables variables() {
        return variables;
    }

    public Streams streams() {
        return streams;
    }

    public Options options() {
        return options;
    }

    public void setOptions(Options other) {
        options = other;
    }

    public List<String> arguments() {
        return arguments;
    }

    public void setArguments(List<String> others) {
        arguments = List.copyOf(others);
    }

    public String directory() {
        return directory;
    }

    public void setDirectory(String absolute) {
        directory = absolute;
    }

    public String user() {
        return user;
    }

    public int status() {
        return status;
    }

    public int loops() {
        return loops;
    }

    public int functionDepth() {
        return functionDepth;
    }

    public Map<String, Command> functions() {
        return functions;
    }

    /** When the last command in the background ends. */
    public long backgroundEnd() {
        return backgroundEnd;
    }

    /** Nanoseconds after the run's start. */
    public long now() {
        return now;
    }

    /** The absolute path that {@code path} means here. */
    public String resolve(String path) {
        String from = path.startsWith("/") ? path : directory + "/" + path;
        return FileTree.normal(from);
    }

    public void advance(long nanos) {
        advanceTo(nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos);
    }

    /** Moves on to a moment unless it has passed; to the timeout at most, where everything ends. */
    public void advanceTo(long moment) {
        now = Math.max(now, Math.min(moment, evaluation.deadline()));
        disk.advanceTo(now);
        if (moment > evaluation.deadline()) {
            throw new Jump.Deadline();
        }
    }

    /** Everything that is left to read; waits until it is there. */
    public String readInput() {
        advanceTo(streams.in().availableAt());
        String text = streams.in().rest();
        evaluation.budget().charge(text.length());
        return text;
    }

    public void write(String path, Node node) {
        disk.write(now, path, node);
    }

    public void remove(String path) {
        disk.remove(now, path);
    }

    /** Prints a complaint of the shell itself. */
    public void complain(String message) {
        streams.err().write(name + ": " + line + ": " + message + "\n", now);
    }
}
