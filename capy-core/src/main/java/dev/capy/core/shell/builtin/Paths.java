package dev.capy.core.shell.builtin;

import dev.capy.core.files.Directory;
import dev.capy.core.files.Node;
import dev.capy.core.shell.internal.Call;

/** Questions about the paths that commands are given. */
final class Paths {

    private Paths() {}

    /** What keeps a file from being made at {@code path}; empty when nothing does. */
    static String problemAbove(Call call, String path, boolean parentsAreMade) {
        if (path.isEmpty()) {
            return "No such file or directory";
        }
        String absolute = call.resolve(path);
        while (!absolute.isEmpty()) {
            absolute = absolute.substring(0, absolute.lastIndexOf('/'));
            Node parent = call.process().disk().at(absolute).orElse(null);
            if (parent instanceof Directory) {
                return "";
            }
            if (parent != null) {
                return "Not a directory";
            }
            if (!parentsAreMade && !isBelowFile(call, absolute)) {
                return "No such file or directory";
            }
        }
        return "";
    }

    private static boolean isBelowFile(Call call, String absolute) {
        String above = absolute;
        while (!above.isEmpty()) {
            above = above.substring(0, above.lastIndexOf('/'));
            Node node = call.process().disk().at(above).orElse(null);
            if (node != null) {
                return !(node instanceof Directory);
            }
        }
        return false;
    }

    /** The last name of a path. */
    static String name(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /** The path of something in a directory. */
    static String in(String directory, String name) {
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }
}
