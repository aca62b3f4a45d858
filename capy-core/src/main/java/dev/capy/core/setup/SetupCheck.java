package dev.capy.core.setup;

import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.source.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds everything in a Setup that its project does not allow. */
final class SetupCheck {

    private static final Duration SHORTEST = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofSeconds(3600);

    private final Sources sources;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private SetupCheck(Sources sources) {
        this.sources = sources;
    }

    /** @throws Invalid when there is anything */
    static void require(View view, Sources sources, Project project, Setup setup) {
        SetupCheck check = new SetupCheck(sources);
        for (int i = 0; i < setup.repositories().size(); i++) {
            check.repository(
                    view,
                    "$.repositories[" + i + "]",
                    project,
                    setup.repositories().get(i));
        }
        long length = setup.hooks().context().limit();
        if (length < 1) {
            check.violations.add(
                    new Violation("$.hooks.context.maxOutputLength", "must be greater than 0, was " + length));
        }
        if (!check.violations.isEmpty()) {
            throw new Invalid("This Setup cannot be saved", check.violations);
        }
    }

    private void repository(View view, String path, Project project, RepositorySetup setup) {
        List<String> known =
                project.repos().stream().map(ProjectRepo::repoFullName).toList();
        if (!known.contains(setup.repository())) {
            violations.add(new Violation(
                    path + ".repository",
                    "must be a repository of the project, which has "
                            + (known.isEmpty() ? "none" : String.join(", ", known))));
        } else if (!seen.add(setup.repository())) {
            violations.add(new Violation(
                    path + ".repository", "must not be there twice: give each repository one entry of the list"));
        } else if (sources.branch(view, setup.repository(), setup.branch()).isEmpty()) {
            violations.add(new Violation(path + ".branch", "must be a branch of " + setup.repository()));
        }
        setup.timeouts().forEach((phase, timeout) -> {
            if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
                violations.add(new Violation(
                        path + ".timeouts." + phase.word(), "must be from 60 s to 3600 s, was " + timeout));
            }
        });
    }
}
