package dev.capy.core.project;

import dev.capy.core.account.User;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.util.Optional;
import java.util.stream.Stream;

/** Projects and the tags of their organizations. Thread-safe; the state is the transaction's. */
public final class Projects {

    private static final Table<Project> PROJECTS = Table.of("projects", Project.class, Project::id);
    private static final Index<Project, String> BY_ORGANIZATION = PROJECTS.index(Project::organizationId);
    private static final Index<Project, String> BY_TASK_CODE = PROJECTS.index(Project::taskCode);
    private static final Table<Tag> TAGS = Table.of("tags", Tag.class, Tag::id);
    private static final Index<Tag, String> TAGS_BY_ORGANIZATION = TAGS.index(Tag::organizationId);

    public Projects(Registry registry) {
        registry.tables(PROJECTS, TAGS);
    }

    public void add(Tx tx, Project project) {
        tx.insert(PROJECTS, project);
    }

    public void add(Tx tx, Tag tag) {
        tx.insert(TAGS, tag);
    }

    /** Makes a tag, or gives the tag of this name its colour. */
    public Tag define(Tx tx, Tag tag) {
        return tx.has(TAGS, tag.id()) ? tx.update(TAGS, tag) : tx.insert(TAGS, tag);
    }

    /** The tags of an organization. */
    public Rows<Tag> tags(View view, String organizationId) {
        return view.where(TAGS_BY_ORGANIZATION, organizationId);
    }

    /** The project with this id, whoever asks; empty when there is none. */
    public Optional<Project> find(View view, String id) {
        return view.find(PROJECTS, id);
    }

    /** The project with this id, whoever asks. */
    public Project project(View view, String id) {
        return view.get(PROJECTS, id);
    }

    /**
     * The project with this id, as {@code caller} sees it.
     *
     * @throws NotFound when there is none
     * @throws Forbidden when it is another organization's
     */
    public Project visible(View view, User caller, String id) {
        Project project = view.find(PROJECTS, id).orElseThrow(() -> new NotFound("Project not found"));
        if (!isVisible(project, caller)) {
            throw new Forbidden("The token has no access to this project");
        }
        return project;
    }

    /** Whether {@code caller} sees what belongs to the project with this id. */
    public boolean isVisible(View view, User caller, String projectId) {
        return view.find(PROJECTS, projectId)
                .filter(project -> isVisible(project, caller))
                .isPresent();
    }

    private static boolean isVisible(Project project, User caller) {
        return project.organizationId().equals(caller.organizationId());
    }

    /** The projects of an organization. */
    public Rows<Project> ofOrganization(View view, String organizationId) {
        return view.where(BY_ORGANIZATION, organizationId);
    }

    /** The projects that have a repository among their own, whosever they are, oldest first. */
    public Stream<Project> withRepository(View view, String repoFullName) {
        return view.all(PROJECTS)
                .oldestFirst()
                .filter(project -> project.repos().stream()
                        .anyMatch(repo -> repo.repoFullName().equals(repoFullName)));
    }

    /** Where a project stands in the order of creation. */
    public long position(View view, Project project) {
        return view.sequence(PROJECTS, project.id());
    }

    /** The projects whose tasks carry this code; two organizations may use the same one. */
    public Rows<Project> byTaskCode(View view, String taskCode) {
        return view.where(BY_TASK_CODE, taskCode);
    }

    /** Draws the number of the project's next task: 1, 2, 3 and so on. */
    public int nextTaskNumber(Tx tx, String projectId) {
        return tx.update(PROJECTS, projectId, project -> project.withTaskNumber(project.lastTaskNumber() + 1))
                .lastTaskNumber();
    }

    /**
     * Turns one way of keeping prepared virtual machines on.
     *
     * @throws Invalid when the other one is on
     */
    public void enable(Tx tx, String projectId, VmCache cache) {
        Project project = project(tx, projectId);
        if (project.vmCache() != VmCache.NONE && project.vmCache() != cache) {
            throw Invalid.at(
                    "$.enabled",
                    cache == VmCache.WARM_POOL
                            ? "must be false while Snapshots are on: turn Snapshots off first"
                            : "must be false while the warm pool is on: disable the pool first");
        }
        tx.update(PROJECTS, project.with(cache, tx.now()));
    }

    /** Turns one way of keeping prepared virtual machines off; nothing happens when it is not on. */
    public void disable(Tx tx, String projectId, VmCache cache) {
        Project project = project(tx, projectId);
        if (project.vmCache() == cache) {
            tx.update(PROJECTS, project.with(VmCache.NONE, tx.now()));
        }
    }

    /** The tag of this name in an organization. */
    public Optional<Tag> tag(View view, String organizationId, String name) {
        return view.find(TAGS, Tag.id(organizationId, name));
    }
}
