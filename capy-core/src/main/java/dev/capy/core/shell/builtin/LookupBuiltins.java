package dev.capy.core.shell.builtin;

import dev.capy.core.files.FileNode;
import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import dev.capy.core.shell.internal.ScriptFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commands that say who one is and which programs there are. */
final class LookupBuiltins {

    private static final String PROGRAMS = "/usr/bin/";
    /** Builtins that real machines have as programs too. */
    private static final Set<String> ALSO_PROGRAMS = Set.of(
            "basename",
            "bash",
            "cat",
            "chmod",
            "cp",
            "dash",
            "dirname",
            "echo",
            "env",
            "false",
            "grep",
            "head",
            "id",
            "ls",
            "mkdir",
            "mv",
            "printenv",
            "printf",
            "pwd",
            "rm",
            "rmdir",
            "sh",
            "sleep",
            "sudo",
            "tail",
            "tee",
            "test",
            "[",
            "touch",
            "true",
            "wc",
            "which",
            "whoami");

    private static final Set<String> INSIDE_DASH = Set.of("echo", "false", "printf", "pwd", "test", "[", "true");

    private LookupBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put("command", LookupBuiltins::command);
        all.put("which", LookupBuiltins::which);
        all.put("whoami", LookupBuiltins::whoami);
        all.put("id", LookupBuiltins::id);
    }

    private static int command(Call call) {
        List<String> args = call.args();
        if (args.isEmpty()) {
            return 0;
        }
        if (!args.get(0).startsWith("-")) {
            return call.delegateWithoutFunctions(args);
        }
        if (!args.get(0).equals("-v") || args.size() < 2) {
            call.complainAsShell("Illegal option " + args.get(0));
            return 2;
        }
        int status = 0;
        for (String name : args.subList(1, args.size())) {
            Optional<String> found =
                    call.process().functions().containsKey(name) ? Optional.of(name) : find(call, name);
            found.ifPresent(path -> call.print(path + "\n"));
            status = found.isPresent() ? status : 127;
        }
        return status;
    }

    /** What {@code command -v} prints. */
    private static Optional<String> find(Call call, String name) {
        boolean inside = INSIDE_DASH.contains(name) || !ALSO_PROGRAMS.contains(name);
        return call.hasBuiltin(name) && inside ? Optional.of(name) : program(call, name);
    }

    /** The path of a program; a rule's is made up. */
    private static Optional<String> program(Call call, String name) {
        if (name.indexOf('/') >= 0) {
            boolean executable = call.at(name).orElse(null) instanceof FileNode file && file.isExecutable();
            return executable ? Optional.of(name) : Optional.empty();
        }
        Optional<String> onDisk = ScriptFile.onPath(name, call.process());
        if (onDisk.isPresent()) {
            return onDisk;
        }
        boolean known = ALSO_PROGRAMS.contains(name) || (!call.hasBuiltin(name) && call.knowsProgram(name));
        return known && !name.isEmpty() ? Optional.of(PROGRAMS + name) : Optional.empty();
    }

    private static int which(Call call) {
        int status = call.args().isEmpty() ? 1 : 0;
        for (String name : call.args()) {
            Optional<String> path = program(call, name);
            path.ifPresent(found -> call.print(found + "\n"));
            status = path.isPresent() ? status : 1;
        }
        return status;
    }

    private static int whoami(Call call) {
        call.print(call.process().user() + "\n");
        return 0;
    }

    private static int id(Call call) {
        String user = call.process().user();
        String number = user.equals("root") ? "0" : "1000";
        String options = String.join("", call.args()).replace("-", "");
        switch (options) {
            case "" ->
                call.print("uid=%s(%s) gid=%s(%s) groups=%s(%s)\n".formatted(number, user, number, user, number, user));
            case "u", "g", "G" -> call.print(number + "\n");
            case "un", "nu", "gn", "ng", "Gn", "nG" -> call.print(user + "\n");
            default -> {
                call.complain("unsupported arguments '" + String.join(" ", call.args()) + "'");
                return 1;
            }
        }
        return 0;
    }
}
