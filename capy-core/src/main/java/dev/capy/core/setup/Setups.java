package dev.capy.core.setup;

import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Project;
import dev.capy.core.setup.ProjectSetup.Source;
import dev.capy.core.setup.ProjectSetup.Status;
import dev.capy.core.source.Sources;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the projects of a world say about their machines (source: seed 004). While a project has saved no Setup, the
 * deprecated hooks of its repositories are in force. Thread-safe; the state is the transaction's.
 */
public final class Setups {

    private static final Table<SavedSetup> SETUPS = Table.of("setups", SavedSetup.class, SavedSetup::projectId);

    private final Sources sources;
    private final LegacyHooks legacyHooks;

    public Setups(Registry registry, Sources sources, LegacyHooks legacyHooks) {
        registry.tables(SETUPS);
        this.sources = sources;
        this.legacyHooks = legacyHooks;
    }

    /** The Setup that was saved last; empty when nobody has saved one, and legacy hooks count. */
    public Optional<Setup> saved(View view, String projectId) {
        return view.find(SETUPS, projectId).map(SavedSetup::setup);
    }

    /** What counts for the machines of a project, and where it comes from. */
    public ProjectSetup get(View view, Project project) {
        LegacyFindings legacy = LegacyFindings.of(view, sources, legacyHooks, project);
        Optional<Setup> saved = saved(view, project.id());
        if (saved.isPresent()) {
            Status status = legacy.isEmpty() ? Status.NONE : Status.IGNORED;
            return new ProjectSetup(Source.SETUP, legacy.report(status), saved.get());
        } else if (legacy.isEmpty()) {
            return new ProjectSetup(Source.NONE, legacy.report(Status.NONE), bare(project));
        }
        return new ProjectSetup(Source.LEGACY, legacy.report(Status.ACTIVE), legacy.asSetup());
    }

    /** A Setup that prepares nothing. */
    private static Setup bare(Project project) {
        return Setup.NONE.withRepositories(project.repos().stream()
                .map(repo -> RepositorySetup.of(repo.repoFullName(), repo.branch()))
                .toList());
    }

    /**
     * Saves a project's Setup: from then on it is in force, and legacy hooks are not.
     *
     * @param change what becomes of what was saved; it gets {@link Setup#NONE} the first time
     * @param replaceLegacyHooks whether the caller knows that hooks that are in force will not be any more
     * @throws Invalid when a repository is not the project's, is there twice or has no such branch, a number is out of
     *     range, or legacy hooks are in force and are not to be replaced
     */
    public ProjectSetup update(Tx tx, Project project, UnaryOperator<Setup> change, boolean replaceLegacyHooks) {
        Optional<Setup> saved = saved(tx, project.id());
        Setup setup = change.apply(saved.orElse(Setup.NONE));
        SetupCheck.require(tx, sources, project, setup);
        ProjectSetup before = get(tx, project);
        if (before.source() == Source.LEGACY && !replaceLegacyHooks) {
            throw hooksInForce(before.legacyHooks());
        }
        if (!saved.equals(Optional.of(setup))) {
            save(tx, new SavedSetup(project.id(), setup, tx.now()));
        }
        return get(tx, project);
    }

    private static void save(Tx tx, SavedSetup saved) {
        if (tx.has(SETUPS, saved.projectId())) {
            tx.update(SETUPS, saved);
        } else {
            tx.insert(SETUPS, saved);
        }
        tx.emit(new SetupChanged(saved.projectId()));
    }

    private static Invalid hooksInForce(ProjectSetup.Legacy hooks) {
        return Invalid.at(
                "$.replaceLegacyHooks",
                "must be true while the hooks in " + LegacyHooks.FILE + " of "
                        + String.join(", ", hooks.repositories())
                        + " are active: carry what is needed of them into this Setup, then send it again with"
                        + " ?replaceLegacyHooks=true");
    }
}
