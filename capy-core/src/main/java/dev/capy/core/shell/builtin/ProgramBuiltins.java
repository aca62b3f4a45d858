package dev.capy.core.shell.builtin;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.Node;
import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import dev.capy.core.shell.internal.Options;
import dev.capy.core.shell.internal.ScriptFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands that run other commands. */
final class ProgramBuiltins {

    private ProgramBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put("sudo", ProgramBuiltins::sudo);
        for (String shell : List.of("sh", "bash", "dash", "/bin/sh", "/bin/bash", "/usr/bin/bash", "/usr/bin/sh")) {
            all.put(shell, ProgramBuiltins::shell);
        }
    }

    /** The rest of the words, options skipped: everybody here is root already. */
    private static int sudo(Call call) {
        List<String> args = call.args();
        int at = 0;
        while (at < args.size() && args.get(at).startsWith("-")) {
            String option = args.get(at);
            if (option.equals("--")) {
                at++;
                break;
            }
            if (!List.of("-E", "-H", "-n", "-S", "-i", "-s", "-b", "-u", "-g").contains(option)) {
                call.complain("option '" + option + "' is not supported");
                return 1;
            }
            at += option.equals("-u") || option.equals("-g") ? 2 : 1;
        }
        if (at >= args.size()) {
            call.complain("a command is expected");
            return 1;
        }
        List<String> command = args.subList(at, args.size());
        boolean assigns = command.get(0).indexOf('=') > 0;
        return call.delegate(assigns ? prefixed(command) : command);
    }

    private static List<String> prefixed(List<String> command) {
        List<String> words = new ArrayList<>(List.of("env"));
        words.addAll(command);
        return words;
    }

    private static int shell(Call call) {
        List<String> args = call.args();
        Options options = Options.NONE;
        boolean inline = false;
        int at = 0;
        while (at < args.size() && args.get(at).startsWith("-") && args.get(at).length() > 1) {
            String arg = args.get(at++);
            if (arg.equals("--")) {
                break;
            }
            for (char letter : arg.substring(1).toCharArray()) {
                if (letter == 'c') {
                    inline = true;
                } else if (letter == 'o' && at < args.size()) {
                    options = options == null ? null : options.with(args.get(at++), true);
                } else if ("lis".indexOf(letter) < 0) {
                    options = options == null ? null : options.with(letter, true);
                }
            }
            if (options == null) {
                call.process().complain(call.name() + ": Illegal option " + arg);
                return 2;
            }
        }
        List<String> rest = args.subList(at, args.size());
        return inline ? inline(call, rest, options) : rest.isEmpty() ? input(call, options) : file(call, rest, options);
    }

    private static int inline(Call call, List<String> rest, Options options) {
        if (rest.isEmpty()) {
            call.process().complain(call.name() + ": -c requires an argument");
            return 2;
        }
        String name = rest.size() > 1 ? rest.get(1) : call.name();
        List<String> arguments = rest.subList(Math.min(2, rest.size()), rest.size());
        return ScriptFile.run(call.interpreter(), name, rest.get(0), arguments, options, call.process());
    }

    private static int input(Call call, Options options) {
        String text = call.process().readInput();
        return ScriptFile.run(call.interpreter(), call.name(), text, List.of(), options, call.process());
    }

    private static int file(Call call, List<String> rest, Options options) {
        String path = rest.get(0);
        Node node = call.at(path).orElse(null);
        if (node instanceof FileNode file) {
            String text = file.content().text();
            return ScriptFile.run(
                    call.interpreter(), path, text, rest.subList(1, rest.size()), options, call.process());
        }
        if (node == null && call.hasRule()) {
            return call.program();
        }
        String what = node == null ? "No such file" : "Is a directory";
        call.process()
                .streams()
                .err()
                .write(
                        call.name() + ": 0: cannot open " + path + ": " + what + "\n",
                        call.process().now());
        return 2;
    }
}
