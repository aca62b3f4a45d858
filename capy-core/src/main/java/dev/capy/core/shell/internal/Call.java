package dev.capy.core.shell.internal;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.Node;
import dev.capy.core.shell.CommandRules;
import dev.capy.core.shell.syntax.Command;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of a builtin. */
public record Call(List<String> words, ShellProcess process, Interpreter interpreter) {

    public String name() {
        return words.get(0);
    }

    public List<String> args() {
        return words.subList(1, words.size());
    }

    public void print(String text) {
        process.streams().out().write(text, process.now());
    }

    /** Prints a complaint as a program does: its name and what is wrong. */
    public void complain(String message) {
        process.streams().err().write(name() + ": " + message + "\n", process.now());
    }

    /** Prints a complaint as a command inside the shell does: with the script's name and line. */
    public void complainAsShell(String message) {
        process.complain(name() + ": " + message);
    }

    public String resolve(String path) {
        return process.resolve(path);
    }

    /** What is at a path relative to the working directory. */
    public Optional<Node> at(String path) {
        return path.isEmpty() ? Optional.empty() : process.disk().at(resolve(path));
    }

    /** The next line of the input without its end, once it is there; null at the end. */
    public @Nullable String readLine() {
        process.advanceTo(process.streams().in().availableAt());
        return process.streams().in().line();
    }

    /** The text of a file, or of the input for {@code -}; null, with a complaint, when it cannot be read. */
    public @Nullable String read(String path) {
        if (path.equals("-") || path.equals("/dev/stdin")) {
            return process.readInput();
        }
        Node node = at(path).orElse(null);
        if (node instanceof FileNode file) {
            budget().charge(file.content().size());
            return file.content().text();
        }
        complain(path + (node == null ? ": No such file or directory" : ": Is a directory"));
        return null;
    }

    /** Writes or adds to a file, its mode and owner kept; false, with a complaint, when it cannot be written. */
    public boolean write(String path, String text, boolean append) {
        String problem = Redirector.open(process, process.resolve(path), append);
        if (problem != null) {
            complain(path + ": " + problem);
            return false;
        }
        process.disk().append(process.now(), process.resolve(path), text);
        return true;
    }

    public FileNode newFile(Content content) {
        return new FileNode(content, FileNode.DEFAULT_MODE, process.user());
    }

    public Budget budget() {
        return process.evaluation.budget();
    }

    /** Runs other words as a command. */
    public int delegate(List<String> others) {
        return interpreter.dispatch(others, process);
    }

    /** As {@link #delegate}, but no function of that name. */
    public int delegateWithoutFunctions(List<String> others) {
        Command function = process.functions.remove(others.get(0));
        try {
            return delegate(others);
        } finally {
            if (function != null) {
                process.functions.put(others.get(0), function);
            }
        }
    }

    public boolean hasBuiltin(String name) {
        return process.evaluation.builtins().containsKey(name);
    }

    /** Whether the world has a rule for this very call. */
    public boolean hasRule() {
        return process.evaluation.rules().find(String.join(" ", words)).isPresent();
    }

    /** Whether running {@code name} as a program would find one. */
    public boolean knowsProgram(String name) {
        CommandRules rules = process.evaluation.rules();
        return !rules.strict()
                || rules.rules().stream().anyMatch(rule -> rule.pattern().mayMatch(name));
    }

    /** Runs this call as a program instead. */
    public int program() {
        return interpreter.program(words, process);
    }
}
