package dev.capy.core.thread;

import dev.capy.core.account.User;
import dev.capy.core.browser.BrowserSnapshots;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.source.Sources;
import dev.capy.core.task.RepoChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Makes threads of what was asked for, when all it names exists. */
final class NewThreads {

    private static final String REFUSED = "Request body validation failed";

    private final Projects projects;
    private final Sources sources;
    private final BrowserSnapshots browserSnapshots;

    NewThreads(Projects projects, Sources sources, BrowserSnapshots browserSnapshots) {
        this.projects = projects;
        this.sources = sources;
        this.browserSnapshots = browserSnapshots;
    }

    CaptainThread make(Tx tx, Project project, User author, NewThread wanted) {
        List<String> tags = tags(tx, project, wanted.tags());
        List<Violation> violations = new ArrayList<>();
        violations.addAll(RepoChoice.violations(tx, sources, project, wanted.repos()));
        checkBrowserSnapshots(tx, project, author, wanted.browserSnapshotIds(), violations);
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
                tags,
                wanted.slackChannel() == null ? null : Slack.open(tx, wanted.slackChannel()),
                wanted.captain(),
                wanted.build(),
                wanted.repos().isEmpty() ? project.repos() : wanted.repos(),
                new Attachments(
                        wanted.attachmentUrls(),
                        wanted.browserSnapshotIds().isEmpty()
                                ? browserSnapshots.defaults(tx, author, project.id())
                                : browserSnapshots(tx, project, author, wanted.browserSnapshotIds()),
                        wanted.reliabilityInvestigationId()),
                tx.now(),
                tx.now());
    }

    /**
     * These tags, each once.
     *
     * @throws Invalid when the organization lacks one
     */
    List<String> tags(View view, Project project, List<String> tags) {
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            if (projects.tag(view, project.organizationId(), tags.get(i)).isEmpty()) {
                unknown.add(
                        new Violation("$.tags[" + i + "]", "must be a tag of the organization, was " + tags.get(i)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new Invalid("Tag does not exist", unknown);
        }
        return List.copyOf(new LinkedHashSet<>(tags));
    }

    /**
     * These browser snapshots, each once.
     *
     * @throws Invalid when the user sees no such snapshot
     */
    List<String> browserSnapshots(View view, Project project, User user, List<String> ids) {
        List<Violation> violations = new ArrayList<>();
        checkBrowserSnapshots(view, project, user, ids, violations);
        if (!violations.isEmpty()) {
            throw new Invalid(REFUSED, violations);
        }
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    private void checkBrowserSnapshots(
            View view, Project project, User user, List<String> ids, List<Violation> violations) {
        for (int i = 0; i < ids.size(); i++) {
            if (!browserSnapshots.isVisible(view, user, project.id(), ids.get(i))) {
                violations.add(new Violation(
                        "$.browserSnapshotIds[" + i + "]", "must be the id of a browser snapshot of the project"));
            }
        }
    }
}
