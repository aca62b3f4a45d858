package dev.capy.core.shell.builtin;

import dev.capy.core.files.Content;
import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.Node;
import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import java.util.List;
import java.util.Map;

/** Commands that make, remove and change single files. */
final class FileBuiltins {

    private FileBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put("mkdir", FileBuiltins::mkdir);
        all.put("rmdir", FileBuiltins::rmdir);
        all.put("touch", FileBuiltins::touch);
        all.put("rm", FileBuiltins::rm);
        all.put("chmod", FileBuiltins::chmod);
    }

    private static int mkdir(Call call) {
        Flags flags = Flags.parse(call, "pm:", "parents=p");
        if (flags == null) {
            return 1;
        }
        int mode = FileMode.parse(flags.value('m', "755"), Directory.DEFAULT_MODE);
        if (mode < 0) {
            call.complain("invalid mode '" + flags.value('m', "") + "'");
            return 1;
        }
        int status = needOperand(call, flags.operands());
        for (String path : flags.operands()) {
            status |= mkdir(call, path, flags.has('p'), mode);
        }
        return status;
    }

    private static int mkdir(Call call, String path, boolean parents, int mode) {
        Node present = call.at(path).orElse(null);
        if (present != null && !(parents && present instanceof Directory)) {
            return fail(call, "cannot create directory '" + path + "': File exists");
        }
        if (present != null) {
            return 0;
        }
        String problem = Paths.problemAbove(call, path, parents);
        if (!problem.isEmpty()) {
            return fail(call, "cannot create directory '" + path + "': " + problem);
        }
        String absolute = call.resolve(path);
        for (int slash = absolute.indexOf('/', 1); parents && slash > 0; slash = absolute.indexOf('/', slash + 1)) {
            if (call.at(absolute.substring(0, slash)).isEmpty()) {
                makeDirectory(call, absolute.substring(0, slash), Directory.DEFAULT_MODE);
            }
        }
        makeDirectory(call, absolute, mode);
        return 0;
    }

    private static void makeDirectory(Call call, String absolute, int mode) {
        Directory made = Directory.EMPTY.withMode(mode).withOwner(call.process().user());
        call.process().write(absolute, made);
    }

    private static int rmdir(Call call) {
        Flags flags = Flags.parse(call, "");
        if (flags == null) {
            return 1;
        }
        int status = needOperand(call, flags.operands());
        for (String path : flags.operands()) {
            Node node = call.at(path).orElse(null);
            if (node instanceof Directory directory && directory.isEmpty()) {
                call.process().remove(call.resolve(path));
            } else {
                String why = node == null
                        ? "No such file or directory"
                        : node instanceof FileNode ? "Not a directory" : "Directory not empty";
                status = fail(call, "failed to remove '" + path + "': " + why);
            }
        }
        return status;
    }

    private static int touch(Call call) {
        Flags flags = Flags.parse(call, "acmt:d:", "no-create=c");
        if (flags == null) {
            return 1;
        }
        int status = flags.operands().isEmpty() ? fail(call, "missing file operand") : 0;
        for (String path : flags.operands()) {
            if (call.at(path).isPresent() || flags.has('c')) {
                continue;
            }
            String problem = Paths.problemAbove(call, path, false);
            if (problem.isEmpty()) {
                call.process().write(call.resolve(path), call.newFile(Content.EMPTY));
            } else {
                status = fail(call, "cannot touch '" + path + "': " + problem);
            }
        }
        return status;
    }

    private static int rm(Call call) {
        Flags flags = Flags.parse(call, "rRfdv", "recursive=r", "force=f");
        if (flags == null) {
            return 1;
        }
        boolean force = flags.has('f');
        int status = force ? 0 : needOperand(call, flags.operands());
        for (String path : flags.operands()) {
            Node node = call.at(path).orElse(null);
            if (node == null) {
                status |= force ? 0 : fail(call, "cannot remove '" + path + "': No such file or directory");
            } else if (node instanceof Directory && !flags.has('r') && !flags.has('R')) {
                status = fail(call, "cannot remove '" + path + "': Is a directory");
            } else if (call.resolve(path).equals("/")) {
                status = fail(call, "it is dangerous to operate recursively on '/'");
            } else if (path.endsWith(".") && List.of(".", "..").contains(Paths.name(path))) {
                status = fail(call, "refusing to remove '.' or '..' directory: skipping '" + path + "'");
            } else {
                call.process().remove(call.resolve(path));
            }
        }
        return status;
    }

    private static int chmod(Call call) {
        List<String> args = call.args();
        boolean recursive = !args.isEmpty() && args.get(0).equals("-R");
        List<String> rest = recursive ? args.subList(1, args.size()) : args;
        if (rest.size() < 2) {
            String what = rest.isEmpty() ? "missing operand" : "missing operand after '" + rest.get(0) + "'";
            return fail(call, what + "\nTry 'chmod --help' for more information.");
        }
        String mode = rest.get(0);
        if (FileMode.parse(mode, 0) < 0) {
            return fail(call, "invalid mode: '" + mode + "'\nTry 'chmod --help' for more information.");
        }
        int status = 0;
        for (String path : rest.subList(1, rest.size())) {
            Node node = call.at(path).orElse(null);
            if (node == null) {
                status = fail(call, "cannot access '" + path + "': No such file or directory");
            } else {
                call.process().write(call.resolve(path), changed(call, node, mode, recursive));
            }
        }
        return status;
    }

    private static Node changed(Call call, Node node, String mode, boolean recursive) {
        call.budget().charge(1);
        int bits = FileMode.parse(mode, node.mode());
        if (node instanceof FileNode file) {
            return file.withMode(bits);
        }
        Directory directory = (Directory) node;
        Directory[] changed = {Directory.EMPTY.withMode(bits).withOwner(directory.owner())};
        if (recursive) {
            directory.forEach((name, child) -> changed[0] = changed[0].with(name, changed(call, child, mode, true)));
        }
        return changed[0];
    }

    private static int needOperand(Call call, List<String> operands) {
        return operands.isEmpty()
                ? fail(call, "missing operand\nTry '" + call.name() + " --help' for more information.")
                : 0;
    }

    private static int fail(Call call, String message) {
        call.complain(message);
        return 1;
    }
}
