package dev.capy.core.source;

import java.util.Objects;

/**
 * A repository.
 *
 * @param fullName owner and name, for example {@code acme/app}
 * @param defaultBranch the branch that no agent ever writes
 */
public record Repository(String fullName, String defaultBranch) {

    public Repository {
        Objects.requireNonNull(fullName, "fullName");
        Objects.requireNonNull(defaultBranch, "defaultBranch");
    }
}
