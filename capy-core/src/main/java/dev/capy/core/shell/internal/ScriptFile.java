package dev.capy.core.shell.internal;

import dev.capy.core.files.Content;
import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.shell.syntax.Program;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files on the disk that are shell scripts. */
public final class ScriptFile {

    private static final Pattern SHELL = Pattern.compile("#!\\s*(/usr/bin/env\\s+)?(\\S*/)?(ba|da|a)?sh(\\s.*)?");
    private static final Pattern ERREXIT = Pattern.compile(".*\\s-[a-z]*e[a-z]*(\\s.*)?");

    private ScriptFile() {}

    /** Whether this shell interprets the file: a text without a shebang, or with a shell's. */
    static boolean isShell(FileNode file) {
        Content content = file.content();
        if (content.isBinary()) {
            return false;
        }
        String shebang = shebang(content.text());
        return shebang.isEmpty() || SHELL.matcher(shebang).matches();
    }

    private static String shebang(String text) {
        if (!text.startsWith("#!")) {
            return "";
        }
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Runs a file as a script of its own. */
    public static int run(
            Interpreter interpreter,
            String name,
            FileNode file,
            List<String> arguments,
            Options options,
            ShellProcess process) {
        String text = file.content().text();
        boolean errexit =
                options.equals(Options.NONE) && ERREXIT.matcher(shebang(text)).matches();
        Options effective = errexit ? new Options(true, false, false, false, false) : options;
        return run(interpreter, name, text, arguments, effective, process);
    }

    /** Runs a text as a script of its own. */
    public static int run(
            Interpreter interpreter,
            String name,
            String text,
            List<String> arguments,
            Options options,
            ShellProcess process) {
        ShellProcess child = process.spawn(name, arguments);
        child.options = options;
        Budget budget = process.evaluation.budget();
        budget.charge(text.length());
        int depth = budget.depth();
        budget.enter();
        try {
            return interpreter.runToEnd(Program.parse(text), child);
        } finally {
            budget.setDepth(depth);
            process.now = child.now;
            process.backgroundEnd = Math.max(process.backgroundEnd, child.backgroundEnd);
        }
    }

    /** The path of an executable script of that name in one of the directories of {@code PATH}. */
    public static Optional<String> onPath(String name, ShellProcess process) {
        if (name.isEmpty() || name.indexOf('/') >= 0) {
            return Optional.empty();
        }
        for (String directory : process.variables.get("PATH", "").split(":", -1)) {
            String path = directory.startsWith("/") ? directory : process.resolve(directory);
            Directory programs = process.disk.tree().directory(path).orElse(Directory.EMPTY);
            if (programs.get(name).orElse(null) instanceof FileNode file && file.isExecutable() && isShell(file)) {
                return Optional.of(path + "/" + name);
            }
        }
        return Optional.empty();
    }
}
