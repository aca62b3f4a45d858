package dev.capy.core.source;

import static dev.capy.core.source.Hub.LINES;
import static dev.capy.core.source.MergeMethod.FAST_FORWARD;
import static dev.capy.core.source.MergeMethod.MERGE_COMMIT;
import static dev.capy.core.source.MergeMethod.SQUASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import org.junit.jupiter.api.Test;

class MergeRefusalTest {

    private final Hub hub = Hub.with().branch("capy/x");

    private void refuses(int number, MergeMethod method, String message) {
        String before = hub.kernel.digest();
        assertThatThrownBy(() -> hub.merge(number, method))
                .isInstanceOf(Conflict.class)
                .hasMessage(message);
        assertThat(hub.kernel.digest()).as("nothing has changed").isEqualTo(before);
    }

    private void openOneWithACommit() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");
    }

    @Test
    void namesEveryPathThatConflicts() {
        hub.commit("capy/x", "README.md", LINES.replace("one", "1"));
        hub.commit("capy/x", "new", "mine\n");
        hub.commit("main", "README.md", LINES.replace("one", "uno"));
        hub.commit("main", "new", "yours\n");
        hub.open("capy/x");

        assertThat(hub.mergeability(1).isClean()).isFalse();
        assertThat(hub.mergeability(1).conflictingPaths()).containsExactly("README.md", "new");
        for (MergeMethod method : new MergeMethod[] {MERGE_COMMIT, SQUASH}) {
            refuses(
                    1,
                    method,
                    "capy/x conflicts with main: README.md (both changed the same lines), "
                            + "new (both added it, with different content or mode)");
        }
    }

    @Test
    void fastForwardsOnlyWhatFollows() {
        openOneWithACommit();
        hub.commit("main", "b", "b\n");

        refuses(
                1,
                FAST_FORWARD,
                "main has commits that capy/x does not follow: it cannot be fast-forwarded, only merged or squashed");
    }

    @Test
    void takesNoDraft() {
        hub.commit("capy/x", "a", "a\n");
        hub.openDraft("capy/x");

        refuses(1, MERGE_COMMIT, "A draft cannot be merged: mark pull request #1 ready first");
        hub.markReady(1);
        hub.merge(1, MERGE_COMMIT);
    }

    @Test
    void takesNoneThatIsClosedOrMerged() {
        openOneWithACommit();
        hub.close(1);
        refuses(1, SQUASH, "A pull request that is closed cannot be merged; it must be open");

        hub.reopen(1);
        hub.merge(1, SQUASH);
        refuses(1, SQUASH, "A pull request that is merged cannot be merged; it must be open");
    }

    @Test
    void takesNoneWithoutNews() {
        openOneWithACommit();
        hub.branch("capy/y", "capy/x");
        hub.open("capy/y");
        hub.merge(1, FAST_FORWARD);

        refuses(2, MERGE_COMMIT, "main has all commits of capy/y already: there is nothing to merge");
    }

    @Test
    void takesNoBlankMessage() {
        openOneWithACommit();

        assertThatThrownBy(() -> hub.merge(1, SQUASH, " \n", null))
                .isInstanceOf(Invalid.class)
                .hasMessage("The message of a commit must not be blank; leave it out for the usual one");
    }

    @Test
    void takesNoneThatIsNotThere() {
        assertThatThrownBy(() -> hub.merge(1, MERGE_COMMIT)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> hub.mergeability(1)).isInstanceOf(NotFound.class);
    }
}
