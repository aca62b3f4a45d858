package dev.capy.core.simulation;

import dev.capy.core.files.Content;
import dev.capy.core.script.BuildSteps;
import dev.capy.core.script.CaptainStep.Assignment;
import dev.capy.core.script.CaptainStep.Awaited;
import dev.capy.core.script.CaptainStep.Obstacle;
import dev.capy.core.script.CaptainSteps;
import dev.capy.core.script.FindingType;
import dev.capy.core.script.ReviewSteps;
import dev.capy.core.script.Script;
import dev.capy.core.script.Severity;
import dev.capy.core.script.When;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Scripts of whatever steps there are, possible and impossible ones. */
final class RandomScripts {

    private static final List<String> FILES = List.of(
            "README.md",
            "a.txt",
            "b.txt",
            "docs/a.md",
            "deep/er/x",
            "README.md/x",
            "/tmp/note",
            "new {{title}}",
            "/",
            "..");
    private static final List<String> COMMANDS = List.of(
            "true",
            "exit 3",
            "sleep 30",
            "lint",
            "build",
            "echo x >> a.txt",
            "rm -r docs",
            "mkdir -p docs; touch docs/a.md");

    private final Random random;

    RandomScripts(Random random) {
        this.random = random;
    }

    Script[] some() {
        return IntStream.range(0, 1 + random.nextInt(6)).mapToObj(this::script).toArray(Script[]::new);
    }

    private Script script(int index) {
        String name = "script " + index;
        return switch (random.nextInt(4)) {
            case 0, 1 -> Script.captain(name, when(), steps -> captain());
            case 2 -> Script.build(name, when(), steps -> build());
            default -> Script.review(name, when(), steps -> review());
        };
    }

    private When when() {
        When when = random.nextInt(3) > 0 ? When.ALWAYS : When.prompt("thing " + random.nextInt(3));
        return random.nextInt(3) > 0 ? when : when.nth(1 + random.nextInt(2));
    }

    private CaptainSteps captain() {
        CaptainSteps steps = CaptainSteps.NONE;
        for (int i = random.nextInt(8); i >= 0; i--) {
            steps = captain(steps);
        }
        return steps;
    }

    private CaptainSteps captain(CaptainSteps steps) {
        return switch (random.nextInt(14)) {
            case 0 -> steps.think();
            case 1 -> steps.think(Duration.ofSeconds(random.nextInt(60)));
            case 2, 3, 4 -> steps.delegate(assignments());
            case 5, 6 -> steps.waitForTasks();
            case 7 -> steps.waitFor(Awaited.values()[random.nextInt(3)]);
            case 8 -> steps.waitForTimer(Duration.ofSeconds(random.nextInt(600)));
            case 9 -> steps.block(Obstacle.values()[random.nextInt(2)]);
            case 10 -> steps.askUser("What about {{title}}?");
            case 11 -> steps.spend(random.nextInt(10_000), random.nextInt(10_000));
            case 12 -> random.nextBoolean() ? steps.fail("No.") : steps.archive();
            default -> steps.say("{{results}} {{reply}}");
        };
    }

    private Assignment[] assignments() {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(n -> random.nextBoolean()
                        ? CaptainSteps.task("Part " + n, "Do thing " + n + ".")
                        : CaptainSteps.task("Part " + n, "Do it.", steps -> build()))
                .toArray(Assignment[]::new);
    }

    private BuildSteps build() {
        BuildSteps steps = BuildSteps.NONE;
        for (int i = random.nextInt(10); i >= 0; i--) {
            steps = build(steps);
        }
        return random.nextBoolean()
                ? steps
                : steps.write("w.txt", "{{prompt}}\n").commit("Work").openPullRequest();
    }

    private BuildSteps build(BuildSteps steps) {
        return switch (random.nextInt(17)) {
            case 0 -> steps.think();
            case 1 -> steps.run(COMMANDS.get(random.nextInt(COMMANDS.size())));
            case 2 -> steps.runCommand("check");
            case 3 -> steps.read(file());
            case 4 -> steps.append("README.md", "More.\n");
            case 5 -> steps.edit(file(), "a", "b");
            case 6, 7 -> steps.create(file(), "one\ntwo\nthree\n");
            case 8 -> steps.create(file(), Content.of(new byte[] {0, 1}), random.nextBoolean());
            case 9 -> steps.write(file(), "{{prompt}}\n");
            case 10 -> steps.delete(file());
            case 11 -> steps.rename(file(), file());
            case 12, 13 -> steps.commit("Work");
            case 14 -> steps.openPullRequest();
            case 15 -> random.nextInt(3) > 0 ? steps.say("Done.") : steps.fail("I cannot.");
            default -> random.nextInt(4) > 0 ? steps.spend(random.nextInt(10_000), 10) : steps.crashVm();
        };
    }

    private ReviewSteps review() {
        ReviewSteps steps = ReviewSteps.NONE.think().summarize("{{title}}: {{files}}");
        return random.nextBoolean()
                ? steps
                : steps.finding(FindingType.BUG, Severity.HIGH, file(), 1 + random.nextInt(3), "Look.");
    }

    private String file() {
        return FILES.get(random.nextInt(FILES.size()));
    }
}
