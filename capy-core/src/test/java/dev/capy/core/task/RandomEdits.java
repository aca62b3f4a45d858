package dev.capy.core.task;

import dev.capy.core.files.Content;
import dev.capy.core.script.BuildSteps;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an agent does to the files of its checkout, at random, and commits now and then; the seed says how. */
final class RandomEdits {

    private static final int A_COMMIT = 10;

    private final Random random;
    private final TreeSet<String> paths;
    private int made;

    RandomEdits(long seed, List<String> paths) {
        this.random = new Random(seed);
        this.paths = new TreeSet<>(paths);
    }

    BuildSteps some(int count) {
        BuildSteps steps = BuildSteps.NONE;
        for (int i = 1; i <= count; i++) {
            steps = one(steps);
            steps = i % A_COMMIT == 0 || i == count ? steps.commit("Edits up to " + i) : steps;
        }
        return steps;
    }

    private BuildSteps one(BuildSteps steps) {
        String path =
                paths.stream().skip(random.nextInt(paths.size())).findFirst().orElseThrow();
        return switch (random.nextInt(10)) {
            case 0 -> steps.create(fresh(), text());
            case 1 -> steps.create(fresh(), Content.of("#!/bin/sh\n" + text()), true);
            case 2 -> steps.rewrite(path, text());
            case 3 -> steps.append(path, random.nextBoolean() ? "the end" : "the end\n");
            case 4 -> steps.run("echo of '" + path + "' >> '" + path + "'");
            case 5 -> paths.size() > 3 && paths.remove(path) ? steps.delete(path) : steps.write(path, "");
            case 6, 7 -> renamed(steps, path);
            default -> steps.append(path, "a line\n").edit(path, "line\n", "row\nand another line\n");
        };
    }

    private BuildSteps renamed(BuildSteps steps, String path) {
        paths.remove(path);
        return steps.rename(path, fresh());
    }

    private String fresh() {
        String path = List.of("", "lib/", "lib/deep er/", "src/").get(random.nextInt(4)) + "file " + made++;
        paths.add(path);
        return path;
    }

    private String text() {
        return IntStream.range(0, random.nextInt(40))
                .mapToObj(line -> "line " + random.nextInt(20) + "\n")
                .collect(Collectors.joining());
    }
}
