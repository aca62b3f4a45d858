package dev.capy.core.setup;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.source.SourceCommit;
import dev.capy.core.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the repositories of a project hold of the deprecated kind, at the project's branches.
 *
 * @param found one entry a repository, in the project's order
 * @param isComplete whether all of them could be looked at
 */
record LegacyFindings(List<Found> found, boolean isComplete) {

    /** What one repository holds. */
    record Found(ProjectRepo repo, LegacySettings settings) {

        RepositorySetup asSetup() {
            RepositorySetup bare = RepositorySetup.of(repo.repoFullName(), repo.branch());
            return settings.setup().isEmpty()
                    ? bare
                    : bare.withScript(Phase.INITIALIZE, String.join("\n", settings.setup()));
        }
    }

    static LegacyFindings of(View view, Sources sources, LegacyHooks hooks, Project project) {
        List<Found> found = new ArrayList<>();
        boolean complete = true;
        for (ProjectRepo repo : project.repos()) {
            Optional<LegacySettings> settings = sources.head(view, repo.repoFullName(), repo.branch())
                    .map(SourceCommit::tree)
                    .flatMap(tree -> read(hooks, tree));
            found.add(new Found(repo, settings.orElse(LegacySettings.NONE)));
            complete &= settings.isPresent();
        }
        return new LegacyFindings(found, complete);
    }

    private static Optional<LegacySettings> read(LegacyHooks hooks, FileTree tree) {
        try {
            return Optional.of(hooks.read(tree));
        } catch (Invalid e) {
            return Optional.empty();
        }
    }

    /** The full names of the repositories that have hooks. */
    List<String> repositories() {
        return found.stream()
                .filter(one -> one.settings().hasHooks())
                .map(one -> one.repo().repoFullName())
                .toList();
    }

    boolean isEmpty() {
        return repositories().isEmpty();
    }

    /** The hooks as far as a Setup has a place for them. */
    Setup asSetup() {
        ToolHooks tools =
                found.stream().map(one -> one.settings().tools()).reduce(ToolHooks.NONE, ToolHooks::followedBy);
        return new Setup(null, found.stream().map(Found::asSetup).toList(), tools);
    }

    ProjectSetup.Legacy report(ProjectSetup.Status status) {
        return new ProjectSetup.Legacy(status, repositories(), isComplete);
    }
}
