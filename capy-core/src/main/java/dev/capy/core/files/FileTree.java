package dev.capy.core.files;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A whole tree of files, addressed by path: {@code /home/app/package.json} or {@code src/index.js}; a leading slash and
 * {@code .} mean nothing, {@code ..} goes up and stops at the root. Immutable and thread-safe.
 *
 * @param root the directory at the top
 */
public record FileTree(Directory root) {

    /** A tree with an empty root. */
    public static final FileTree EMPTY = new FileTree(Directory.EMPTY);

    /** What is at {@code path}; the root for {@code /}. */
    public Optional<Node> at(String path) {
        Node here = root;
        for (String name : segments(path)) {
            Node next =
                    here instanceof Directory directory ? directory.get(name).orElse(null) : null;
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    /** The file at {@code path}; empty where there is none, or a directory. */
    public Optional<FileNode> file(String path) {
        return at(path).filter(FileNode.class::isInstance).map(FileNode.class::cast);
    }

    /** The directory at {@code path}; empty where there is none, or a file. */
    public Optional<Directory> directory(String path) {
        return at(path).filter(Directory.class::isInstance).map(Directory.class::cast);
    }

    /**
     * This tree with {@code node} at {@code path}, the directories on the way made where they are missing.
     *
     * @throws IllegalArgumentException when a file stands in the way, or the path is the root and the node a file
     */
    public FileTree with(String path, Node node) {
        return new FileTree(put(root, segments(path), 0, node));
    }

    private static Directory put(Directory here, List<String> names, int depth, Node node) {
        if (depth == names.size()) {
            if (node instanceof Directory directory) {
                return directory;
            }
            throw new IllegalArgumentException("the root is a directory");
        }
        String name = names.get(depth);
        if (depth == names.size() - 1) {
            return here.with(name, node);
        }
        Node next = here.get(name).orElse(Directory.EMPTY);
        if (next instanceof Directory directory) {
            return here.with(name, put(directory, names, depth + 1, node));
        }
        throw new IllegalArgumentException(String.join("/", names.subList(0, depth + 1)) + " is a file");
    }

    /** This tree without what is at {@code path}; itself when nothing is. */
    public FileTree without(String path) {
        return new FileTree(remove(root, segments(path), 0));
    }

    private static Directory remove(Directory here, List<String> names, int depth) {
        if (depth == names.size()) {
            return Directory.EMPTY;
        }
        String name = names.get(depth);
        if (depth == names.size() - 1) {
            return here.without(name);
        }
        return here.get(name).orElse(null) instanceof Directory next
                ? here.with(name, remove(next, names, depth + 1))
                : here;
    }

    /** This tree with everything of {@code over} in it; where both have something, {@code over} wins. */
    public FileTree overlaid(FileTree over) {
        return new FileTree(overlay(root, over.root));
    }

    private static Directory overlay(Directory under, Directory over) {
        if (under.isEmpty() || under == over) {
            return over;
        }
        Directory[] merged = {under};
        over.forEach((name, node) -> {
            Node present = under.get(name).orElse(null);
            Node joined = present instanceof Directory below && node instanceof Directory above
                    ? overlay(below, above)
                    : node;
            merged[0] = merged[0].with(name, joined);
        });
        return merged[0];
    }

    /** Every file, by its path without a leading slash, in the order of the paths. */
    public NavigableMap<String, FileNode> files() {
        return root.files();
    }

    /** The shortest path to the same place, from the root. */
    public static String normal(String path) {
        return "/" + String.join("/", segments(path));
    }

    /** Whether a path leads to a place below another one. */
    public static boolean isBelow(String path, String above) {
        List<String> names = segments(path);
        List<String> prefix = segments(above);
        return names.size() > prefix.size() && names.subList(0, prefix.size()).equals(prefix);
    }

    /** The names on the way of a path, {@code .} and {@code ..} worked out. */
    public static List<String> segments(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.remove(names.size() - 1);
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }
}
