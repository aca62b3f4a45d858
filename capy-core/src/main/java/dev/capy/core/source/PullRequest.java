package dev.capy.core.source;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param mergedAt when it was merged; null unless it was
 * @param mergeCommit the id of the commit that its base branch came to by that; null unless it was merged
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
        Instant updatedAt,
        @Nullable Instant mergedAt,
        @Nullable String mergeCommit) {

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

    static PullRequest opened(
            String repoFullName,
            int number,
            String title,
            String description,
            boolean draft,
            String headRef,
            String baseRef,
            Instant now) {
        return new PullRequest(
                repoFullName, number, title, description, State.OPEN, draft, headRef, baseRef, now, now, null, null);
    }

    PullRequest closed(Instant now) {
        return changed(State.CLOSED, draft, now, null, null);
    }

    PullRequest reopened(Instant now) {
        return changed(State.OPEN, draft, now, null, null);
    }

    PullRequest ready(Instant now) {
        return changed(state, false, now, null, null);
    }

    PullRequest merged(String commit, Instant now) {
        return changed(State.MERGED, draft, now, now, commit);
    }

    private PullRequest changed(
            State next, boolean stillDraft, Instant now, @Nullable Instant merged, @Nullable String commit) {
        return new PullRequest(
                repoFullName,
                number,
                title,
                description,
                next,
                stillDraft,
                headRef,
                baseRef,
                createdAt,
                now,
                merged,
                commit);
    }
}
