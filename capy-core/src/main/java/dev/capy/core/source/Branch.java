package dev.capy.core.source;

import java.util.Objects;

/**
 * A branch of a repository.
 *
 * @param repoFullName whose branch it is
 * @param name its name, for example {@code main}
 * @param start the id of the commit that it was made at
 * @param head the id of its newest commit
 */
public record Branch(String repoFullName, String name, String start, String head) {

    public Branch {
        Objects.requireNonNull(repoFullName, "repoFullName");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(head, "head");
    }

    Branch at(String commit) {
        return new Branch(repoFullName, name, start, commit);
    }

    static String id(String repoFullName, String name) {
        return repoFullName + "#" + name;
    }

    String id() {
        return id(repoFullName, name);
    }
}
