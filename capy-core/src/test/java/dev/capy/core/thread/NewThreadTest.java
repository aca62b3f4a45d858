package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.Story;
import dev.capy.core.catalog.Effort;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewThreadTest {

    private static final Fixture FIXTURE = Fixture.empty()
            .repository(
                    "acme/app",
                    repository -> repository
                            .file("README.md", "# App\n")
                            .branch("dev", FileTree.EMPTY.with("README.md", FileNode.of("# Dev\n"))))
            .repository("acme/lib", repository -> repository.file("README.md", "# Lib\n"))
            .repository("acme/other", repository -> repository)
            .organization(
                    "org_demo",
                    organization -> organization
                            .user("user_owner", user -> user.token("capy_demo"))
                            .tag("bug", "destructive")
                            .tag("later", "blue")
                            .project(
                                    "proj_demo",
                                    project -> project.taskCode("DEMO")
                                            .repo("acme/app")
                                            .repo("acme/lib")));

    private final CapyWorld world = Story.world(FIXTURE);

    @Test
    void carriesTags() {
        assertThat(start(List.of(), List.of("later", "bug", "later"), List.of()).tags())
                .containsExactly("later", "bug");
    }

    @Test
    void isRefusedWithTagsThatDoNotExist() {
        Invalid refusal = refusal(List.of(), List.of("bug", "feature", "Bug"), List.of());

        assertThat(refusal).hasMessage("Tag does not exist");
        assertThat(refusal.violations()).extracting(Violation::path).containsExactly("$.tags[1]", "$.tags[2]");
    }

    @Test
    void worksOnAllRepositoriesOfItsProjectUnlessToldOtherwise() {
        assertThat(start(List.of(), List.of(), List.of()).repos())
                .containsExactly(new ProjectRepo("acme/app", "main"), new ProjectRepo("acme/lib", "main"));
    }

    @Test
    void worksOnTheRepositoriesAndBranchesItNames() {
        Story story = Story.in(world, wanted(List.of(new ProjectRepo("acme/app", "dev")), List.of(), List.of()))
                .untilIdle();

        assertThat(story.task().repos()).containsExactly(new ProjectRepo("acme/app", "dev"));
        assertThat(head("acme/app", story.task().branch())
                        .file("README.md")
                        .orElseThrow()
                        .content()
                        .text())
                .startsWith("# Dev\n");
    }

    @Test
    void isRefusedWithRepositoriesAndBranchesThatAreNotThere() {
        Invalid refusal = refusal(
                List.of(
                        new ProjectRepo("acme/other", "main"),
                        new ProjectRepo("acme/app", "nope"),
                        new ProjectRepo("acme/lib", "main"),
                        new ProjectRepo("acme/lib", "main")),
                List.of(),
                List.of());

        assertThat(refusal).hasMessage("Request body validation failed");
        assertThat(refusal.violations())
                .containsExactly(
                        new Violation(
                                "$.repos[0].repoFullName",
                                "must be a repository of the project, one of [acme/app, acme/lib]"),
                        new Violation("$.repos[1].branch", "must be a branch of acme/app, was nope"),
                        new Violation("$.repos[3].repoFullName", "must not be named twice"));
    }

    @Test
    void isRefusedWithBrowserSnapshotsThatDoNotExist() {
        Invalid refusal = refusal(List.of(), List.of(), List.of("a", "b"));

        assertThat(refusal.violations())
                .extracting(Violation::path)
                .containsExactly("$.browserSnapshotIds[0]", "$.browserSnapshotIds[1]");
    }

    @Test
    void changesNothingWhenItIsRefused() {
        String before = world.digest();

        refusal(List.of(), List.of("feature"), List.of());

        assertThat(world.digest()).isEqualTo(before);
    }

    @Test
    void hasNoSlackThreadUnlessItIsAskedFor() {
        assertThat(start(List.of(), List.of(), List.of()).slack()).isNull();
    }

    @Test
    void keepsWhatCameAlongWithItsPrompt() {
        CaptainThread thread = start(List.of(), List.of(), List.of());

        assertThat(thread.attachments())
                .isEqualTo(new Attachments(List.of("https://example.test/a.png"), List.of(), "inv_1"));
        assertThat(member().messages(thread.id()).get(0).attachmentUrls())
                .containsExactly("https://example.test/a.png");
    }

    private Member member() {
        return world.as("capy_demo");
    }

    private FileTree head(String repository, String branch) {
        return world.read(view ->
                world.sources().head(view, repository, branch).orElseThrow().tree());
    }

    private CaptainThread start(List<ProjectRepo> repos, List<String> tags, List<String> snapshots) {
        return member().startThread(wanted(repos, tags, snapshots));
    }

    private Invalid refusal(List<ProjectRepo> repos, List<String> tags, List<String> snapshots) {
        return catchThrowableOfType(Invalid.class, () -> start(repos, tags, snapshots));
    }

    private static NewThread wanted(List<ProjectRepo> repos, List<String> tags, List<String> snapshots) {
        return new NewThread(
                "proj_demo",
                "Add a login page.",
                Origin.API,
                Effort.DEFAULT,
                Effort.DEFAULT,
                repos,
                tags,
                null,
                List.of("https://example.test/a.png"),
                snapshots,
                "inv_1");
    }
}
