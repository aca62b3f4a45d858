package dev.capy.core.source;

import java.util.List;
import java.util.Objects;

/**
 * A repository.
 *
 * @param fullName owner and name, for example {@code acme/app}
 * @param defaultBranch the branch that no agent ever writes
 * @param ci what it runs for the head of every open pull request
 */
public record Repository(String fullName, String defaultBranch, List<CiJob> ci) {

    public Repository {
        Objects.requireNonNull(fullName, "fullName");
        Objects.requireNonNull(defaultBranch, "defaultBranch");
        ci = List.copyOf(ci);
    }
}
