package dev.capy.core.shell.builtin;

import dev.capy.core.files.Directory;
import dev.capy.core.files.Node;
import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import dev.capy.core.shell.internal.ShellProcess;
import java.util.List;
import java.util.Map;

/** Commands about where one is and what paths are made of. */
final class DirectoryBuiltins {

    private DirectoryBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put("cd", DirectoryBuiltins::cd);
        all.put("pwd", DirectoryBuiltins::pwd);
        all.put("basename", DirectoryBuiltins::basename);
        all.put("dirname", DirectoryBuiltins::dirname);
    }

    private static int cd(Call call) {
        ShellProcess process = call.process();
        List<String> args = call.args();
        boolean back = args.equals(List.of("-"));
        String target = back
                ? process.variables().get("OLDPWD", process.directory())
                : args.isEmpty() ? process.variables().get("HOME", process.directory()) : last(args);
        String path = target.isEmpty() ? process.directory() : process.resolve(target);
        Node node = process.disk().at(path).orElse(null);
        if (!(node instanceof Directory)) {
            call.complainAsShell(target + (node == null ? ": No such file or directory" : ": Not a directory"));
            return 2;
        }
        process.variables().set("OLDPWD", process.directory());
        process.setDirectory(path);
        process.variables().set("PWD", path);
        if (back) {
            call.print(path + "\n");
        }
        return 0;
    }

    private static String last(List<String> args) {
        return args.get(args.size() - 1);
    }

    private static int pwd(Call call) {
        call.print(call.process().directory() + "\n");
        return 0;
    }

    private static int basename(Call call) {
        if (call.args().isEmpty()) {
            return missing(call);
        }
        String path = withoutSlashes(call.args().get(0));
        String name = path.equals("/") ? path : path.substring(path.lastIndexOf('/') + 1);
        String suffix = call.args().size() > 1 ? call.args().get(1) : "";
        boolean cut = name.length() > suffix.length() && name.endsWith(suffix);
        call.print((cut ? name.substring(0, name.length() - suffix.length()) : name) + "\n");
        return 0;
    }

    private static int dirname(Call call) {
        if (call.args().isEmpty()) {
            return missing(call);
        }
        for (String arg : call.args()) {
            String path = withoutSlashes(arg);
            int slash = path.lastIndexOf('/');
            call.print((slash < 0 ? "." : slash == 0 ? "/" : withoutSlashes(path.substring(0, slash))) + "\n");
        }
        return 0;
    }

    private static int missing(Call call) {
        call.complain("missing operand\nTry '" + call.name() + " --help' for more information.");
        return 1;
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
