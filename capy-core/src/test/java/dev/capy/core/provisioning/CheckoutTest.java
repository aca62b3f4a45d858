package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.source.git.GitSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A checkout that is there already is brought to another commit as git would. */
class CheckoutTest {

    private static final String HOME = "/home/app";
    private static final FileTree FIRST = FileTree.EMPTY
            .with("README.md", FileNode.of("# App\n"))
            .with("docs/old/guide.md", FileNode.of("old\n"))
            .with("src/kept.js", FileNode.of("kept();\n"))
            .with("src/gone.js", FileNode.of("gone();\n"))
            .with("tool", FileNode.of("a file\n"));

    private final TestBoots boots = TestBoots.ofOneRepository();
    private final String vmId;

    CheckoutTest() {
        commit(FIRST);
        vmId = boots.boot().vmId();
    }

    private void commit(FileTree files) {
        boots.world.write(tx -> boots.world
                .sources()
                .commit(tx, "acme/app", "main", files, new GitSignature("A", "a@example.test", tx.now()), "Change"));
    }

    private void write(String path) {
        boots.world.write(tx -> {
            boots.world.hypervisor().write(tx, vmId, HOME + "/" + path, FileNode.of("mine\n"));
            return path;
        });
    }

    /** What is in the checkout once it has been brought up to date. */
    private FileTree updated() {
        boots.world.write(tx -> boots.world
                .provisioner()
                .prepare(
                        tx,
                        vmId,
                        new Plans(boots.world.setups())
                                .restored(
                                        tx,
                                        boots.world.projects().project(tx, TestBoots.PROJECT),
                                        List.of(new ProjectRepo("acme/app", "main")))));
        boots.world.clock().runUntilIdle();
        return new FileTree(boots.disk(vmId).directory(HOME).orElseThrow());
    }

    @Test
    void isExactlyTheCommitWhereNobodyAddedAnything() {
        FileTree second = FileTree.EMPTY
                .with("README.md", FileNode.of("# New\n"))
                .with("src/kept.js", FileNode.of("kept();\n"))
                .with("lib/new.js", FileNode.of("new();\n"));
        commit(second);

        assertThat(updated()).isEqualTo(second);
    }

    @Test
    void losesTheDirectoriesThatAreEmptyNow() {
        commit(FIRST.without("docs").without("src"));

        assertThat(updated().root().size()).as("README.md and tool").isEqualTo(2);
    }

    @Test
    void keepsWhatNobodyCommitted() {
        write("docs/old/notes.md");
        write("node_modules/left-pad/index.js");
        commit(FIRST.without("docs").without("src/gone.js"));

        FileTree after = updated();

        assertThat(after.files().keySet())
                .containsExactly(
                        "README.md", "docs/old/notes.md", "node_modules/left-pad/index.js", "src/kept.js", "tool");
    }

    @Test
    void followsAFileThatBecomesADirectoryAndBack() {
        commit(FIRST.without("tool").with("tool/main.js", FileNode.of("main();\n")));
        assertThat(updated().file("tool/main.js")).isPresent();

        commit(FIRST);
        assertThat(updated()).isEqualTo(FIRST);
    }

    @Test
    void remembersTheCommitOfEachUpdate() {
        commit(FIRST.with("later.txt", FileNode.of("later\n")));
        assertThat(updated().file("later.txt")).isPresent();

        commit(FIRST);

        assertThat(updated()).isEqualTo(FIRST);
    }

    @Test
    void keepsADirectoryThatSomebodyPutInThePlaceOfAFile() {
        boots.world.write(tx -> {
            FileTree mine = FIRST.with("src/gone.js", Directory.EMPTY).with("src/gone.js/mine", FileNode.of("mine\n"));
            boots.world.hypervisor().mount(tx, vmId, HOME, mine);
            return mine;
        });
        commit(FIRST.without("src/gone.js"));

        assertThat(updated().file("src/gone.js/mine")).isPresent();
    }
}
