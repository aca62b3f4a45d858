package dev.capy.core.thread;

import dev.capy.core.account.User;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.project.Projects;
import dev.capy.core.source.Sources;
import java.util.ArrayList;
import java.util.List;

/** Makes threads of what was asked for, when all it names exists. */
final class NewThreads {

    private static final String REFUSED = "Request body validation failed";

    private final Projects projects;
    private final Sources sources;

    NewThreads(Projects projects, Sources sources) {
        this.projects = projects;
        this.sources = sources;
    }

    CaptainThread make(Tx tx, Project project, User author, NewThread wanted) {
        requireTags(tx, project, wanted.tags());
        List<Violation> violations = new ArrayList<>();
        checkRepos(tx, project, wanted.repos(), violations);
        for (int i = 0; i < wanted.browserSnapshotIds().size(); i++) {
            violations.add(new Violation(
                    "$.browserSnapshotIds[" + i + "]", "must be the id of a browser snapshot of the project"));
        }
        if (!violations.isEmpty()) {
            throw new Invalid(REFUSED, violations);
        }
        return new CaptainThread(
                tx.newId(),
                project.id(),
                author.id(),
                null,
                wanted.origin(),
                Run.AT_REST,
                List.of(),
                wanted.tags().stream().distinct().toList(),
                wanted.slackChannel() == null ? null : Slack.open(tx, wanted.slackChannel()),
                wanted.captain(),
                wanted.build(),
                wanted.repos().isEmpty() ? project.repos() : wanted.repos(),
                tx.now(),
                tx.now());
    }

    private void requireTags(Tx tx, Project project, List<String> tags) {
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            if (projects.tag(tx, project.organizationId(), tags.get(i)).isEmpty()) {
                unknown.add(
                        new Violation("$.tags[" + i + "]", "must be a tag of the organization, was " + tags.get(i)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new Invalid("Tag does not exist", unknown);
        }
    }

    private void checkRepos(Tx tx, Project project, List<ProjectRepo> repos, List<Violation> violations) {
        List<String> known =
                project.repos().stream().map(ProjectRepo::repoFullName).toList();
        for (int i = 0; i < repos.size(); i++) {
            ProjectRepo repo = repos.get(i);
            String path = "$.repos[" + i + "]";
            if (!known.contains(repo.repoFullName())) {
                violations.add(
                        new Violation(path + ".repoFullName", "must be a repository of the project, one of " + known));
            } else if (sources.branch(tx, repo.repoFullName(), repo.branch()).isEmpty()) {
                violations.add(new Violation(
                        path + ".branch", "must be a branch of " + repo.repoFullName() + ", was " + repo.branch()));
            }
        }
    }
}
