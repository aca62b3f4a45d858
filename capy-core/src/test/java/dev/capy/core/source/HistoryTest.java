package dev.capy.core.source;

import static dev.capy.core.source.Hub.REPO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.NotFound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The commits: first ─ a ─ b ─ merge on main, and first ─ x ─ y on capy/x. */
class HistoryTest {

    private final Hub hub = Hub.with().branch("capy/x");
    private final SourceCommit first = hub.head("main");
    private final SourceCommit a = hub.commit("main", "a", "a\n");
    private final SourceCommit x = hub.commit("capy/x", "x", "x\n");
    private final SourceCommit b = hub.commit("main", "b", "b\n");
    private final SourceCommit y = hub.commit("capy/x", "y", "y\n");

    private SourceCommit merge() {
        hub.open("capy/x");
        hub.merge(1, MergeMethod.MERGE_COMMIT);
        return hub.head("main");
    }

    private boolean isAncestor(String ancestor, String descendant) {
        return hub.kernel.read(view -> hub.sources.isAncestor(view, REPO, ancestor, descendant));
    }

    private Optional<SourceCommit> mergeBase(String one, String other) {
        return hub.kernel.read(view -> hub.sources.mergeBase(view, REPO, one, other));
    }

    private List<SourceCommit> log(String branchOrId) {
        return hub.kernel.read(view -> hub.sources.log(view, REPO, branchOrId).toList());
    }

    @Test
    void isToldNewestFirst() {
        assertThat(log("main")).containsExactly(b, a, first);
        assertThat(log("capy/x")).containsExactly(y, x, first);
        assertThat(log(a.id())).containsExactly(a, first);
    }

    @Test
    void isToldWithWhatAMergeBroughtIn() {
        SourceCommit merge = merge();

        assertThat(log("main")).containsExactly(merge, y, b, x, a, first);
    }

    @Test
    void knowsWhatFollowsWhat() {
        assertThat(isAncestor(first.id(), "main")).isTrue();
        assertThat(isAncestor("main", "main")).isTrue();
        assertThat(isAncestor("main", a.id())).isFalse();
        assertThat(isAncestor("capy/x", "main")).isFalse();
        merge();
        assertThat(isAncestor("capy/x", "main")).isTrue();
        assertThat(isAncestor("main", "capy/x")).isFalse();
    }

    @Test
    void knowsWhereTwoBranchesParted() {
        assertThat(mergeBase("main", "capy/x")).contains(first);
        assertThat(mergeBase(a.id(), "main")).contains(a);
        merge();
        assertThat(mergeBase("main", "capy/x")).contains(y);
    }

    @Test
    void takesTheLastMadeOfSeveralWhereTwoBranchesParted() {
        hub.branch("other", "main");
        SourceCommit there = hub.write(tx -> crossed(tx, "capy/x", List.of(y.id(), b.id())));
        SourceCommit here = hub.write(tx -> crossed(tx, "other", List.of(b.id(), y.id())));

        assertThat(mergeBase(here.id(), there.id())).contains(y);
        assertThat(mergeBase(there.id(), here.id())).contains(y);
    }

    private SourceCommit crossed(Tx tx, String branch, List<String> parents) {
        return hub.sources.commit(
                tx, hub.sources.branch(tx, REPO, branch).orElseThrow(), parents, FileTree.EMPTY, Hub.ADA, branch);
    }

    @Test
    void listsTheBranches() {
        assertThat(hub.kernel.<List<String>>read(view -> hub.sources
                        .branches(view, REPO)
                        .oldestFirst()
                        .map(Branch::name)
                        .toList()))
                .containsExactly("main", "capy/x");
    }

    @Test
    void knowsWhichBranchesACommitIsTheNewestOf() {
        hub.branch("other", "main");

        assertThat(branchesAt(b)).containsExactly("main", "other");
        assertThat(branchesAt(y)).containsExactly("capy/x");
        assertThat(branchesAt(a)).isEmpty();
    }

    private List<String> branchesAt(SourceCommit commit) {
        return hub.kernel.read(view -> hub.sources
                .branchesAt(view, REPO, commit.id())
                .oldestFirst()
                .map(Branch::name)
                .toList());
    }

    @Test
    void refusesWhatIsNoCommit() {
        assertThatThrownBy(() -> log("nope"))
                .isInstanceOf(NotFound.class)
                .hasMessage("acme/app has no branch and no commit nope");
    }
}
