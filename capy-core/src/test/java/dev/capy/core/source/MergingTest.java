package dev.capy.core.source;

import static dev.capy.core.source.Hub.ADA;
import static dev.capy.core.source.Hub.LINES;
import static dev.capy.core.source.Hub.REPO;
import static dev.capy.core.source.MergeMethod.FAST_FORWARD;
import static dev.capy.core.source.MergeMethod.MERGE_COMMIT;
import static dev.capy.core.source.MergeMethod.SQUASH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.CapyClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {

    private final Hub hub = Hub.with().branch("capy/x");

    @Test
    void makesACommitWithTwoParents() {
        SourceCommit head = hub.commit("capy/x", "README.md", LINES.replace("five", "5"));
        SourceCommit base = hub.commit("main", "README.md", LINES.replace("one", "1"));
        hub.open("capy/x");

        PullRequest merged = hub.merge(1, MERGE_COMMIT);

        SourceCommit made = hub.head("main");
        assertThat(made.id()).isEqualTo(merged.mergeCommit());
        assertThat(made.parents()).containsExactly(base.id(), head.id());
        assertThat(made.message()).isEqualTo("Merge pull request #1 from acme/capy/x\n\nTitle\n");
        assertThat(made.author().name()).isEqualTo("GitHub");
        assertThat(hub.text("main", "README.md")).isEqualTo("1\ntwo\nthree\nfour\n5\n");
        assertThat(hub.head("capy/x")).as("the head branch stays").isEqualTo(head);
    }

    @Test
    void squashesAllCommitsIntoOne() {
        hub.commit("capy/x", "a", "a\n");
        hub.commit("capy/x", "b", "b\n");
        SourceCommit base = hub.commit("main", "c", "c\n");
        hub.open("capy/x");

        hub.merge(1, SQUASH);

        SourceCommit made = hub.head("main");
        assertThat(made.parents()).containsExactly(base.id());
        assertThat(made.message()).isEqualTo("Title (#1)\n\nDescription.\n");
        assertThat(made.tree().files()).containsOnlyKeys("README.md", "a", "b", "c");
    }

    @Test
    void takesTheMessageAndTheAuthorThatAreGiven() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");

        hub.merge(1, SQUASH, "Add a", ADA);

        assertThat(hub.head("main").message()).isEqualTo("Add a\n");
        assertThat(hub.head("main").author()).isEqualTo(ADA);
    }

    @Test
    void fastForwardsWithoutACommit() {
        SourceCommit head = hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");

        PullRequest merged = hub.merge(1, FAST_FORWARD);

        assertThat(hub.head("main")).isEqualTo(head);
        assertThat(merged.mergeCommit()).isEqualTo(head.id());
    }

    @Test
    void recordsWhenItWasMergedAndTellsOfIt() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");
        hub.kernel.clock().advance(Duration.ofHours(1));
        hub.news.clear();

        PullRequest merged = hub.merge(1, MERGE_COMMIT);

        assertThat(merged.state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(merged.mergedAt())
                .isEqualTo(merged.updatedAt())
                .isEqualTo(CapyClock.EPOCH.plus(Duration.ofHours(1)));
        assertThat(merged.createdAt()).isEqualTo(CapyClock.EPOCH);
        assertThat(hub.news)
                .containsExactly(
                        new BranchMoved(REPO, "main", hub.head("main").id()), new PullRequestMerged(REPO, 1, "capy/x"));
    }

    @Test
    void startsFromWhatAnEarlierMergeBroughtIn() {
        hub.commit("capy/x", "README.md", LINES.replace("one", "1"));
        hub.open("capy/x");
        hub.merge(1, MERGE_COMMIT);
        hub.commit("main", "README.md", LINES.replace("one", "uno"));
        hub.commit("capy/x", "b", "b\n");
        hub.open("capy/x");

        hub.merge(2, MERGE_COMMIT);

        assertThat(hub.text("main", "README.md")).startsWith("uno\n");
        assertThat(hub.head("main").tree().file("b")).isPresent();
    }

    @Test
    void leavesNothingToMergeBehind() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");

        assertThat(hub.mergeability(1).fastForward()).isTrue();
        hub.commit("main", "b", "b\n");
        assertThat(hub.mergeability(1)).isEqualTo(new Mergeability(false, List.of()));
        hub.merge(1, MERGE_COMMIT);

        assertThat(hub.kernel.<Boolean>read(view -> hub.sources.isAncestor(view, REPO, "capy/x", "main")))
                .isTrue();
    }
}
