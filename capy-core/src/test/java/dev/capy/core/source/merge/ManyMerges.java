package dev.capy.core.source.merge;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import dev.capy.core.source.git.FastImport;
import dev.capy.core.source.git.Git;
import dev.capy.core.source.git.GitObjectIds;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Many merges in one, so that git has to be started only a few times: each of a file or directory of its own at the top,
 * which is named by its seed. A merge comes to the id of that, {@code conflict}, or {@code nothing}.
 */
record ManyMerges(FileTree base, FileTree ours, FileTree theirs) {

    static final String CONFLICT = "conflict";

    private static final ManyMerges NONE = new ManyMerges(FileTree.EMPTY, FileTree.EMPTY, FileTree.EMPTY);

    /** Of trees; in every fourth of them both sides share some changes. */
    static ManyMerges ofTrees(int firstSeed, int count) {
        ManyMerges all = NONE;
        for (int seed = firstSeed; seed < firstSeed + count; seed++) {
            RandomSides sides = new RandomSides(seed);
            FileTree base = sides.base();
            FileTree begun = seed % 4 == 0 ? sides.changed(base) : base;
            all = all.with(
                    seed,
                    base.root(),
                    sides.changed(begun).root(),
                    sides.changed(begun).root());
        }
        return all;
    }

    /** Of texts in which most lines stand more than once; in every fourth of them both sides share some changes. */
    static ManyMerges ofRepetitiveTexts(int count) {
        ManyMerges all = NONE;
        for (int seed = 0; seed < count; seed++) {
            RandomTexts texts = RandomTexts.ofRepeatedLines(seed);
            FileNode base = FileNode.of(texts.text(4 + seed % 30));
            FileNode begun = seed % 4 == 0 ? base.with(texts.edited(base.content())) : base;
            all = all.with(
                    seed, base, base.with(texts.edited(begun.content())), base.with(texts.edited(begun.content())));
        }
        return all;
    }

    private ManyMerges with(int seed, Node before, Node mine, Node other) {
        String name = String.valueOf(seed);
        return new ManyMerges(base.with(name, before), ours.with(name, mine), theirs.with(name, other));
    }

    TreeMerge merge() {
        return TreeMerge.of(base, ours, theirs);
    }

    SortedMap<String, String> byUs() {
        TreeMerge merge = merge();
        SortedMap<String, String> outcomes = nothing();
        merge.tree()
                .root()
                .forEach((seed, node) -> outcomes.put(
                        seed,
                        node instanceof FileNode file
                                ? GitObjectIds.blob(file.content())
                                : GitObjectIds.tree(merge.tree().directory(seed).orElseThrow())));
        merge.conflicts().forEach(conflict -> outcomes.put(seed(conflict.path()), CONFLICT));
        return outcomes;
    }

    SortedMap<String, String> by(Git git) {
        String[] said = mergeBy(git).split("\n");
        SortedMap<String, String> outcomes = nothing();
        git.run("ls-tree", "--format=%(path) %(objectname)", said[0])
                .lines()
                .map(line -> line.split(" "))
                .forEach(entry -> outcomes.put(entry[0], entry[1]));
        Arrays.stream(said).skip(1).forEach(path -> outcomes.put(seed(path), CONFLICT));
        return outcomes;
    }

    /** The id of the tree, and the paths that conflict. */
    private String mergeBy(Git git) {
        git.run("init", "--quiet", "--template=");
        new FastImport()
                .branch("base", base, "")
                .branch("ours", ours, "base")
                .branch("theirs", theirs, "base")
                .into(git);
        // Git's guess that a file belongs where its neighbours have gone is for people to confirm: it is a conflict.
        return git.ask(
                "-c",
                "merge.directoryRenames=false",
                "merge-tree",
                "--write-tree",
                "--name-only",
                "--no-messages",
                "ours",
                "theirs");
    }

    /** The merges that conflict at a path where both sides added the same file: one had another in mind for a rename. */
    Set<String> collidingRenames() {
        return merge().conflicts().stream()
                .map(MergeConflict::path)
                .filter(path -> base.file(path).isEmpty() && ours.file(path).equals(theirs.file(path)))
                .map(ManyMerges::seed)
                .collect(Collectors.toSet());
    }

    private static String seed(String path) {
        return path.replaceFirst("^\"?([0-9]+).*", "$1");
    }

    private SortedMap<String, String> nothing() {
        SortedMap<String, String> outcomes = new TreeMap<>();
        base.root().forEach((seed, node) -> outcomes.put(seed, "nothing"));
        return outcomes;
    }
}
