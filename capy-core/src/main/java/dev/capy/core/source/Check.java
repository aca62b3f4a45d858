package dev.capy.core.source;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a machine says of a commit. Immutable.
 *
 * @param repoFullName whose commit
 * @param commit the commit's id
 * @param name what tells it apart from other checks of the commit
 * @param conclusion how it came out; null while it is pending
 * @param startedAt when it was started, the last time
 * @param completedAt when it came out; null while it is pending
 */
public record Check(
        String repoFullName,
        String commit,
        String name,
        @Nullable Conclusion conclusion,
        Instant startedAt,
        @Nullable Instant completedAt) {

    /** Where a check is. */
    public enum Status {
        PENDING,
        COMPLETED;

        /** The word for it in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which checks belong together. */
    record Commit(String repoFullName, String id) {}

    public Check {
        Objects.requireNonNull(repoFullName, "repoFullName");
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        if ((conclusion == null) != (completedAt == null)) {
            throw new IllegalArgumentException("a check has both a conclusion and a time of completion, or neither");
        }
    }

    /** Where it is. */
    public Status status() {
        return isCompleted() ? Status.COMPLETED : Status.PENDING;
    }

    boolean isCompleted() {
        return conclusion != null;
    }

    boolean isGood() {
        return conclusion != null && conclusion.isGood();
    }

    static Check pending(String repoFullName, String commit, String name, Instant now) {
        return new Check(repoFullName, commit, name, null, now, null);
    }

    Check completed(Conclusion outcome, Instant now) {
        return new Check(repoFullName, commit, name, outcome, startedAt, now);
    }

    static String id(String repoFullName, String commit, String name) {
        return repoFullName + "@" + commit + " " + name;
    }

    String id() {
        return id(repoFullName, commit, name);
    }

    Commit ofCommit() {
        return new Commit(repoFullName, commit);
    }
}
