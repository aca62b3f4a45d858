package dev.capy.core.source.merge;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A tree and what two colleagues made of it, from a seed. */
final class RandomSides {

    private static final List<String> PATHS = List.of(
            "README.md",
            "bin/run",
            "docs/guide.md",
            "docs/ünï cödé.md",
            "docs/say \"hi\"",
            "lib",
            "lib/index.js",
            "src/app.js",
            "src/index.js",
            "src/ui/button.js",
            "src/ui/index.js",
            "test/app.js");

    private final Random random;
    private final RandomTexts texts;

    RandomSides(long seed) {
        random = new Random(seed);
        texts = RandomTexts.ofDifferentLines(seed);
    }

    FileTree base() {
        FileTree tree = FileTree.EMPTY;
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            tree = add(tree);
        }
        return tree;
    }

    /** What a colleague made of it: one to four changes. */
    FileTree changed(FileTree base) {
        FileTree tree = base;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            tree = changedOnce(tree);
        }
        return tree;
    }

    private FileTree changedOnce(FileTree tree) {
        List<String> paths = new ArrayList<>(tree.files().keySet());
        if (paths.isEmpty()) {
            return add(tree);
        }
        String path = paths.get(random.nextInt(paths.size()));
        FileNode file = tree.file(path).orElseThrow();
        return switch (random.nextInt(12)) {
            case 0 -> add(tree);
            case 1 -> tree.without(path);
            case 2 -> tree.with(path, file.withMode(file.isExecutable() ? 0644 : 0755));
            case 3 -> put(tree.without(path), file);
            case 4 -> put(tree.without(path), edited(file));
            case 5 ->
                tree.without(path).with(path + "/" + random.nextInt(2), random.nextBoolean() ? file : edited(file));
            default -> tree.with(path, edited(file));
        };
    }

    private FileTree add(FileTree tree) {
        FileNode file = FileNode.of(texts.text(random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(30)));
        return put(tree, random.nextInt(5) == 0 ? file.withMode(0755) : file);
    }

    private FileNode edited(FileNode file) {
        return file.with(texts.edited(file.content()));
    }

    /** Puts the file at a path where nothing stands in the way; gives up on a tree too crowded. */
    private FileTree put(FileTree tree, FileNode file) {
        for (int attempt = 0; attempt < 20; attempt++) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            boolean fileInTheWay = path.startsWith("lib/") && tree.file("lib").isPresent();
            if (tree.at(path).isEmpty() && !fileInTheWay) {
                return tree.with(path, file);
            }
        }
        return tree;
    }
}
