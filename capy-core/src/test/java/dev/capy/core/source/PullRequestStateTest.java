package dev.capy.core.source;

import static dev.capy.core.source.Hub.REPO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.source.PullRequest.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PullRequestStateTest {

    private final Hub hub = Hub.with().branch("capy/x");

    @BeforeEach
    void open() {
        hub.commit("capy/x", "a", "a\n");
        hub.openDraft("capy/x");
    }

    @Test
    void isClosedAndOpenedAgain() {
        assertThat(hub.close(1).state()).isEqualTo(State.CLOSED);
        PullRequest again = hub.reopen(1);

        assertThat(again.state()).isEqualTo(State.OPEN);
        assertThat(again.draft()).isTrue();
        assertThat(hub.news)
                .endsWith(
                        new PullRequestOpened(REPO, 1, "capy/x"),
                        new PullRequestClosed(REPO, 1, "capy/x"),
                        new PullRequestOpened(REPO, 1, "capy/x"));
    }

    @Test
    void isMarkedReadyOnce() {
        assertThat(hub.markReady(1).draft()).isFalse();
        String digest = hub.kernel.digest();

        assertThat(hub.markReady(1).draft()).isFalse();
        assertThat(hub.kernel.digest()).isEqualTo(digest);
    }

    @Test
    void saysInWhichStateItCannot() {
        assertThatThrownBy(() -> hub.reopen(1))
                .isInstanceOf(Conflict.class)
                .hasMessage("A pull request that is open cannot be opened again; it must be closed");
        hub.close(1);
        assertThatThrownBy(() -> hub.close(1))
                .isInstanceOf(Conflict.class)
                .hasMessage("A pull request that is closed cannot be closed");
        assertThatThrownBy(() -> hub.markReady(1))
                .isInstanceOf(Conflict.class)
                .hasMessage("A pull request that is closed cannot be marked ready; it must be open");
        hub.reopen(1);
        hub.markReady(1);
        hub.merge(1, MergeMethod.SQUASH);
        assertThatThrownBy(() -> hub.reopen(1)).hasMessageContaining("that is merged");
        assertThatThrownBy(() -> hub.close(1)).hasMessageContaining("that is merged");
    }

    @Test
    void isNotOpenedAgainBesideAnotherOfItsBranch() {
        hub.close(1);
        PullRequest second = hub.open("capy/x");

        assertThat(second.number()).isEqualTo(2);
        assertThatThrownBy(() -> hub.reopen(1)).isInstanceOf(Invalid.class).hasMessageContaining(second.url());
        hub.close(2);
        hub.reopen(1);
        assertThatThrownBy(() -> hub.open("capy/x"))
                .as("the older one is open")
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("/pull/1");
    }

    @Test
    void isNotOpenedAgainWithoutNews() {
        hub.markReady(1);
        hub.branch("capy/y", "capy/x");
        hub.open("capy/y");
        hub.close(1);
        hub.merge(2, MergeMethod.MERGE_COMMIT);

        assertThatThrownBy(() -> hub.reopen(1))
                .isInstanceOf(Invalid.class)
                .hasMessage("No commits between main and capy/x");
        assertThatThrownBy(() -> hub.open("capy/x"))
                .isInstanceOf(Invalid.class)
                .hasMessage("No commits between main and capy/x");
    }

    @Test
    void isFoundByItsRepository() {
        hub.close(1);
        hub.open("capy/x");

        assertThat(hub.kernel.<Long>read(view -> hub.pullRequests
                        .ofRepository(view, REPO)
                        .oldestFirst()
                        .filter(pull -> pull.number() > 1)
                        .count()))
                .isEqualTo(1);
        assertThat(hub.kernel.<Boolean>read(view ->
                        hub.pullRequests.ofRepository(view, "acme/other").isEmpty()))
                .isTrue();
    }
}
