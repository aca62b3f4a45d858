package dev.capy.core.shell.builtin;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.Node;
import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code cp} and {@code mv}. */
final class CopyBuiltins {

    private CopyBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put("cp", CopyBuiltins::cp);
        all.put("mv", CopyBuiltins::mv);
    }

    private static int cp(Call call) {
        Flags flags = Flags.parse(call, "rRafp", "recursive=r", "force=f", "archive=a");
        if (flags == null) {
            return 1;
        }
        boolean recursive = flags.has('r') || flags.has('R') || flags.has('a');
        return forEach(call, flags.operands(), (source, target) -> copy(call, source, target, recursive));
    }

    private static int mv(Call call) {
        Flags flags = Flags.parse(call, "f", "force=f");
        return flags == null ? 1 : forEach(call, flags.operands(), (source, target) -> move(call, source, target));
    }

    @FunctionalInterface
    private interface Transfer {
        int from(String source, String target);
    }

    private static int forEach(Call call, List<String> operands, Transfer transfer) {
        if (operands.size() < 2) {
            String what = operands.isEmpty()
                    ? "missing file operand"
                    : "missing destination file operand after '" + operands.get(0) + "'";
            return fail(call, what + "\nTry '" + call.name() + " --help' for more information.");
        }
        String last = operands.get(operands.size() - 1);
        boolean into = call.at(last).orElse(null) instanceof Directory;
        if (operands.size() > 2 && !into) {
            return fail(
                    call,
                    "target '" + last + "'"
                            + (call.at(last).isEmpty() ? ": No such file or directory" : ": Not a directory"));
        }
        int status = 0;
        for (String source : operands.subList(0, operands.size() - 1)) {
            status |= transfer.from(source, into ? Paths.in(last, Paths.name(call.resolve(source))) : last);
        }
        return status;
    }

    private static int copy(Call call, String source, String target, boolean recursive) {
        Node node = call.at(source).orElse(null);
        if (node == null) {
            return fail(call, "cannot stat '" + source + "': No such file or directory");
        }
        boolean contents = source.endsWith("/.") || source.equals(".");
        String to = contents && target.endsWith("/" + Paths.name(call.resolve(source)))
                ? target.substring(0, target.lastIndexOf('/'))
                : target;
        if (node instanceof Directory && !recursive) {
            return fail(call, "-r not specified; omitting directory '" + source + "'");
        }
        if (call.resolve(source).equals(call.resolve(to))) {
            return fail(call, "'" + source + "' and '" + to + "' are the same file");
        }
        if (node instanceof Directory && isInside(call, to, source)) {
            return fail(call, "cannot copy a directory, '" + source + "', into itself, '" + to + "'");
        }
        String problem = problem(call, node, source, to, "cannot create " + kind(node) + " '" + to + "': ");
        if (!problem.isEmpty()) {
            return fail(call, problem);
        }
        call.process().write(call.resolve(to), owned(call, node, call.at(to).orElse(null)));
        return 0;
    }

    private static int move(Call call, String source, String target) {
        Node node = call.at(source).orElse(null);
        if (node == null) {
            return fail(call, "cannot stat '" + source + "': No such file or directory");
        }
        if (call.resolve(source).equals(call.resolve(target))) {
            return fail(call, "'" + source + "' and '" + target + "' are the same file");
        }
        if (node instanceof Directory && isInside(call, target, source)) {
            return fail(call, "cannot move '" + source + "' to a subdirectory of itself, '" + target + "'");
        }
        String problem = problem(call, node, source, target, "cannot move '" + source + "' to '" + target + "': ");
        if (problem.isEmpty() && call.at(target).orElse(null) instanceof Directory there && !there.isEmpty()) {
            problem = "cannot move '" + source + "' to '" + target + "': Directory not empty";
        }
        if (!problem.isEmpty()) {
            return fail(call, problem);
        }
        call.process().remove(call.resolve(source));
        call.process().write(call.resolve(target), node);
        return 0;
    }

    private static boolean isInside(Call call, String path, String directory) {
        String below = Paths.in(call.resolve(directory), "");
        return (call.resolve(path) + "/").startsWith(below);
    }

    /** Why {@code node} cannot come to be at {@code target}; empty when it can. */
    private static String problem(Call call, Node node, String source, String target, String complaint) {
        Node present = call.at(target).orElse(null);
        if (present instanceof FileNode && node instanceof Directory) {
            return "cannot overwrite non-directory '" + target + "' with directory"
                    + (call.name().equals("cp") ? " '" + source + "'" : "");
        }
        if (present instanceof Directory && node instanceof FileNode) {
            return "cannot overwrite directory '" + target + "' with non-directory";
        }
        if (present == null && target.endsWith("/") && node instanceof FileNode) {
            return complaint + "Not a directory";
        }
        String above = Paths.problemAbove(call, target, false);
        return above.isEmpty() ? "" : complaint + above;
    }

    private static String kind(Node node) {
        return node instanceof Directory ? "directory" : "regular file";
    }

    /** A copy belongs to whoever makes it; one that overwrites keeps what the file had. */
    private static Node owned(Call call, Node node, @Nullable Node present) {
        call.budget().charge(1);
        if (node instanceof FileNode file) {
            return present instanceof FileNode there
                    ? there.with(file.content())
                    : new FileNode(file.content(), file.mode(), call.process().user());
        }
        Directory directory = (Directory) node;
        Directory[] copy = {
            Directory.EMPTY.withMode(directory.mode()).withOwner(call.process().user())
        };
        directory.forEach((name, child) -> copy[0] = copy[0].with(name, owned(call, child, null)));
        return copy[0];
    }

    private static int fail(Call call, String message) {
        call.complain(message);
        return 1;
    }
}
