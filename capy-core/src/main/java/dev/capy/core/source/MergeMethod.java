package dev.capy.core.source;

/** How a pull request's commits come to its base branch. */
public enum MergeMethod {
    /** By a commit with two parents: the base branch and the head branch. */
    MERGE_COMMIT("merge"),
    /** By one commit that holds all their changes. */
    SQUASH("squash"),
    /** As they are: the base branch moves to the head branch, which must follow it. */
    FAST_FORWARD("fast-forward");

    private final String word;

    MergeMethod(String word) {
        this.word = word;
    }

    /** The word for it in lower case: {@code merge}, {@code squash}, {@code fast-forward}. */
    public String word() {
        return word;
    }
}
