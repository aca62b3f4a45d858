package dev.capy.core.source.ignore;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code .gitignore} files of a checkout, those in directories below included. Not thread-safe. */
public final class GitIgnore {

    private static final String FILE = ".gitignore";

    private final FileTree checkout;
    private final Map<String, List<IgnorePattern>> patterns = new HashMap<>();

    private GitIgnore(FileTree checkout) {
        this.checkout = checkout;
    }

    /**
     * What git would commit of a checkout: all that is tracked already, and of the rest what is not ignored. Directories
     * that both trees share are not walked.
     */
    public static FileTree committable(FileTree checkout, FileTree tracked) {
        List<String> ignored = new ArrayList<>();
        new GitIgnore(checkout).collect("", checkout.root(), Optional.of(tracked.root()), ignored);
        FileTree left = checkout;
        for (String path : ignored) {
            left = left.without(path);
        }
        return left;
    }

    private void collect(String prefix, Directory now, Optional<Directory> tracked, List<String> ignored) {
        if (tracked.isPresent() && tracked.get() == now) {
            return;
        }
        now.forEach((name, node) -> {
            String path = prefix + name;
            Optional<Node> known = tracked.flatMap(directory -> directory.get(name));
            if (node instanceof Directory directory) {
                collectBelow(path, directory, known, ignored);
            } else if (known.filter(FileNode.class::isInstance).isEmpty() && isIgnored(path, false)) {
                ignored.add(path);
            }
        });
    }

    private void collectBelow(String path, Directory now, Optional<Node> known, List<String> ignored) {
        Optional<Directory> tracked = known.filter(Directory.class::isInstance).map(Directory.class::cast);
        if (tracked.isEmpty() && isIgnored(path, true)) {
            ignored.add(path);
        } else {
            collect(path + "/", now, tracked, ignored);
        }
    }

    /** Whether a path is kept out, or a directory above it is. */
    private boolean isIgnored(String path, boolean isDirectory) {
        int slash = path.lastIndexOf('/');
        return slash > 0 && isIgnored(path.substring(0, slash), true) || isNamed(path, isDirectory);
    }

    /** Whether the last line that is for this path keeps it out; files further down have the last word. */
    private boolean isNamed(String path, boolean isDirectory) {
        boolean ignored = false;
        int end = 0;
        while (end >= 0) {
            String directory = path.substring(0, end);
            String below = end == 0 ? path : path.substring(end + 1);
            for (IgnorePattern pattern : patterns.computeIfAbsent(directory, this::read)) {
                ignored = pattern.matches(below, isDirectory) ? !pattern.negated() : ignored;
            }
            end = path.indexOf('/', end + 1);
        }
        return ignored;
    }

    private List<IgnorePattern> read(String directory) {
        return checkout.file(directory.isEmpty() ? FILE : directory + "/" + FILE)
                .map(file -> file.content().text().lines())
                .map(lines -> lines.flatMap(line -> IgnorePattern.parse(line).stream())
                        .toList())
                .orElse(List.of());
    }
}
