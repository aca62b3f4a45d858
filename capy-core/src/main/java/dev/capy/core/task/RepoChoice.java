package dev.capy.core.task;

import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.source.Sources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The repositories and branches that someone wants worked on in place of the project's own. */
public final class RepoChoice {

    private RepoChoice() {}

    /** Everything that is wrong with a choice: repositories that are not the project's, or twice, unknown branches. */
    public static List<Violation> violations(View view, Sources sources, Project project, List<ProjectRepo> repos) {
        if (repos.isEmpty()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        List<String> known =
                project.repos().stream().map(ProjectRepo::repoFullName).toList();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < repos.size(); i++) {
            ProjectRepo repo = repos.get(i);
            String path = "$.repos[" + i + "]";
            if (!named.add(repo.repoFullName())) {
                violations.add(new Violation(path + ".repoFullName", "must not be named twice"));
            }
            if (!known.contains(repo.repoFullName())) {
                violations.add(
                        new Violation(path + ".repoFullName", "must be a repository of the project, one of " + known));
            } else if (sources.branch(view, repo.repoFullName(), repo.branch()).isEmpty()) {
                violations.add(new Violation(
                        path + ".branch", "must be a branch of " + repo.repoFullName() + ", was " + repo.branch()));
            }
        }
        return violations;
    }
}
