package dev.capy.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.source.git.GitSignature;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final FileTree DEV = FileTree.EMPTY.with("README.md", FileNode.of("# Dev\n"));
    private static final GitSignature ADA = new GitSignature("Ada", "ada@acme.test", Instant.EPOCH);

    private final CapyWorld world = Story.world(Fixture.empty()
            .repository(
                    "acme/app",
                    repository -> repository
                            .defaultBranch("trunk")
                            .file("README.md", "# App\n")
                            .branch("dev", DEV)
                            .branch("same", FileTree.EMPTY.with("README.md", FileNode.of("# App\n"))))
            .repository("acme/fork", repository -> repository.file("README.md", "# App\n")));
    private final Sources sources = world.sources();

    @Test
    void startWithOneCommitOnTheDefaultBranch() {
        SourceCommit first = head("trunk");

        assertThat(first.parents()).isEmpty();
        assertThat(first.message()).isEqualTo("Initial commit\n");
        assertThat(first.tree().file("README.md")).isPresent();
        assertThat(branch("trunk").start()).isEqualTo(first.id());
    }

    @Test
    void haveBranchesOnTopOfTheDefaultOne() {
        assertThat(head("dev").tree()).isEqualTo(DEV);
        assertThat(head("dev").parents()).containsExactly(head("trunk").id());
        assertThat(branch("same").head())
                .as("nothing differs")
                .isEqualTo(head("trunk").id());
    }

    @Test
    void moveABranchWithEachCommitAndNoOther() {
        SourceCommit made = world.write(tx -> sources.commit(tx, "acme/app", "dev", FileTree.EMPTY, ADA, "Empty it"));

        assertThat(head("dev")).isEqualTo(made);
        assertThat(made.message()).isEqualTo("Empty it\n");
        assertThat(head("trunk").message()).isEqualTo("Initial commit\n");
        assertThat(branch("dev").start()).isEqualTo(head("trunk").id());
    }

    @Test
    void refuseACommitThatChangesNothing() {
        assertThatThrownBy(() -> world.write(tx -> sources.commit(tx, "acme/app", "dev", DEV, ADA, "Again")))
                .isInstanceOf(Invalid.class)
                .hasMessage("nothing to commit, working tree clean");
    }

    @Test
    void refuseWhatIsNotThere() {
        assertThatThrownBy(() -> world.write(tx -> sources.createBranch(tx, "acme/app", "x", "0".repeat(40))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.write(tx -> sources.commit(tx, "acme/app", "x", DEV, ADA, "No")))
                .isInstanceOf(NotFound.class);
        assertThat(world.<Boolean>read(
                        view -> sources.branch(view, "acme/app", "main").isPresent()))
                .isFalse();
        assertThat(world.<Boolean>read(
                        view -> sources.repository(view, "acme/none").isPresent()))
                .isFalse();
    }

    @Test
    void keepTheCommitsOfRepositoriesApart() {
        world.write(tx -> sources.commit(tx, "acme/fork", "main", DEV, ADA, "Fork"));

        assertThat(head("trunk")
                        .tree()
                        .file("README.md")
                        .orElseThrow()
                        .content()
                        .text())
                .isEqualTo("# App\n");
    }

    private SourceCommit head(String branch) {
        return world.read(view -> sources.head(view, "acme/app", branch).orElseThrow());
    }

    private Branch branch(String name) {
        return world.read(view -> sources.branch(view, "acme/app", name).orElseThrow());
    }
}
