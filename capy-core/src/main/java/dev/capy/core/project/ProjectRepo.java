package dev.capy.core.project;

import java.util.Objects;

/**
 * A repository that a project works on.
 *
 * @param repoFullName owner and name, for example {@code acme/app}
 * @param branch the branch that work starts from
 */
public record ProjectRepo(String repoFullName, String branch) {

    public ProjectRepo {
        Objects.requireNonNull(repoFullName, "repoFullName");
        Objects.requireNonNull(branch, "branch");
    }

    /** The name without the owner: what its checkout is called. */
    public String name() {
        return repoFullName.substring(repoFullName.lastIndexOf('/') + 1);
    }

    /** The same repository at another branch. */
    public ProjectRepo at(String other) {
        return new ProjectRepo(repoFullName, other);
    }
}
