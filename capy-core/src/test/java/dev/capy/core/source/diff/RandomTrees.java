package dev.capy.core.source.diff;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.source.git.Git;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trees of text files made from a seed, and what a careless colleague could do to them. */
final class RandomTrees {

    private static final List<String> NAMES = List.of(
                    "src",
                    "index.js",
                    "a b",
                    "straße",
                    "日本語",
                    "😀.md",
                    "tab\there",
                    "say \"hi\"",
                    "back\\slash",
                    "two\nlines",
                    "-dash",
                    "README",
                    "a",
                    "b",
                    "a.txt",
                    "lib")
            .stream()
            .filter(Git::canName)
            .toList();
    private static final List<String> LINES = List.of(
            "",
            "",
            "}",
            "}",
            "  return x;",
            "-- a",
            "++ b",
            "@@ -1,2 +1 @@",
            "\\ No newline at end of file",
            "ünïcode →",
            "\r",
            "x\ry",
            " leading",
            "trailing \t",
            "diff --git a/x b/x",
            "--- a/x",
            "+++ b/x",
            "𝄞");

    private final Random random;

    RandomTrees(long seed) {
        random = new Random(seed);
    }

    FileTree tree() {
        FileTree tree = FileTree.EMPTY;
        int files = random.nextInt(9);
        for (int i = 0; i < files; i++) {
            tree = add(tree);
        }
        return tree;
    }

    FileTree changed(FileTree tree) {
        FileTree changed = tree;
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            changed = changeOnce(changed);
        }
        return changed;
    }

    private FileTree changeOnce(FileTree tree) {
        List<String> paths = List.copyOf(tree.files().keySet());
        if (paths.isEmpty()) {
            return add(tree);
        }
        String path = pick(paths);
        FileNode file = tree.file(path).orElseThrow();
        return switch (random.nextInt(10)) {
            case 0 -> add(tree);
            case 1 -> tree.without(path);
            case 2 -> tree.with(path, flipped(file));
            case 3 -> put(tree.without(path), file);
            case 4 -> put(tree.without(path), flipped(edited(file)));
            case 5 -> tree.without(path).with(path + "/" + pick(NAMES), random.nextBoolean() ? file : edited(file));
            case 6 -> tree.with(FileTree.segments(path).get(0), file);
            default -> tree.with(path, edited(file));
        };
    }

    private FileTree add(FileTree tree) {
        FileNode file = FileNode.of(text(random.nextInt(8) == 0 ? 0 : random.nextInt(60)));
        return put(tree, random.nextInt(4) == 0 ? flipped(file) : file);
    }

    /** Puts the file at a path where nothing stands in the way; gives up on a tree too crowded. */
    private FileTree put(FileTree tree, FileNode file) {
        for (int attempt = 0; attempt < 20; attempt++) {
            String path = path();
            if (isFree(tree, path)) {
                return tree.with(path, file);
            }
        }
        return tree;
    }

    private static boolean isFree(FileTree tree, String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (tree.file(path.substring(0, slash)).isPresent()) {
                return false;
            }
        }
        return tree.at(path).isEmpty();
    }

    private String path() {
        StringBuilder path = new StringBuilder(pick(NAMES));
        while (random.nextInt(3) == 0) {
            path.append('/').append(pick(NAMES));
        }
        return path.toString();
    }

    private FileNode edited(FileNode file) {
        List<String> lines = new ArrayList<>(Lines.of(file.content().text()));
        int edits = random.nextInt(5);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(lines.size() + 1);
            if (random.nextBoolean() || at == lines.size()) {
                lines.addAll(at, Lines.of(text(1 + random.nextInt(3))));
            } else {
                lines.subList(at, Math.min(lines.size(), at + 1 + random.nextInt(4)))
                        .clear();
            }
        }
        String text = String.join("", lines);
        return file.with(Content.of(
                switch (random.nextInt(12)) {
                    case 0 -> "";
                    case 1 -> text.replace("\n", "\r\n");
                    case 2 -> text.replace("\r\n", "\n");
                    case 3, 4 -> text.endsWith("\n") ? text.substring(0, text.length() - 1) : text + "\n";
                    default -> text;
                }));
    }

    private String text(int lines) {
        StringBuilder text = new StringBuilder();
        String end = random.nextInt(5) == 0 ? "\r\n" : "\n";
        for (int i = 0; i < lines; i++) {
            text.append(random.nextInt(3) == 0 ? pick(LINES) : "line " + random.nextInt(40))
                    .append(end);
        }
        if (lines > 0 && random.nextInt(4) == 0) {
            text.setLength(text.length() - end.length());
        }
        return text.toString();
    }

    private static FileNode flipped(FileNode file) {
        return file.withMode(file.isExecutable() ? 0644 : 0755);
    }

    private String pick(List<String> options) {
        return options.get(random.nextInt(options.size()));
    }
}
