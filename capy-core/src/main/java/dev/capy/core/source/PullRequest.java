package dev.capy.core.source;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A pull request, as GitHub would hold it.
 *
 * @param repoFullName whose pull request it is
 * @param number from 1 in each repository
 * @param title what it is called
 * @param description what it says
 * @param state where it is
 * @param draft whether it asks for no review yet
 * @param headRef the branch that is to be merged
 * @param baseRef the branch that it is to be merged into
 * @param createdAt when it was opened
 * @param updatedAt when it last changed
 */
public record PullRequest(
        String repoFullName,
        int number,
        String title,
        String description,
        State state,
        boolean draft,
        String headRef,
        String baseRef,
        Instant createdAt,
        Instant updatedAt) {

    /** Where a pull request is. */
    public enum State {
        OPEN,
        MERGED,
        CLOSED;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which pull requests want the same branch merged. */
    record Head(String repoFullName, String headRef) {}

    public PullRequest {
        Objects.requireNonNull(repoFullName, "repoFullName");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(headRef, "headRef");
        Objects.requireNonNull(baseRef, "baseRef");
    }

    /** Where a person finds it. */
    public String url() {
        return "https://github.com/" + repoFullName + "/pull/" + number;
    }

    String id() {
        return id(repoFullName, number);
    }

    static String id(String repoFullName, int number) {
        return repoFullName + "/pull/" + number;
    }

    Head head() {
        return new Head(repoFullName, headRef);
    }

    PullRequest to(State next, Instant now) {
        return new PullRequest(repoFullName, number, title, description, next, draft, headRef, baseRef, createdAt, now);
    }
}
