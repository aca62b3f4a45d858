package dev.capy.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.setup.ProjectSetup.Source;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A Setup that a project does not allow. */
class RefusedSetupTest {

    private final SetupWorld project = SetupWorld.of("acme/app");

    private Invalid refusal(RepositorySetup... repositories) {
        return catchThrowableOfType(Invalid.class, () -> project.save(repositories));
    }

    @Test
    void namesARepositoryThatIsNotTheProjects() {
        assertThat(refusal(SetupWorld.APP, SetupWorld.HOOKED).violations())
                .containsExactly(new Violation(
                        "$.repositories[1].repository", "must be a repository of the project, which has acme/app"));
    }

    @Test
    void namesARepositoryTwice() {
        assertThat(refusal(SetupWorld.APP, SetupWorld.APP).violations())
                .extracting(Violation::path)
                .containsExactly("$.repositories[1].repository");
    }

    @Test
    void namesABranchThatIsNotThere() {
        assertThat(refusal(RepositorySetup.of("acme/app", "nowhere")).violations())
                .containsExactly(new Violation("$.repositories[0].branch", "must be a branch of acme/app"));
    }

    @Test
    void allowsAScriptTooLittleOrTooMuchTime() {
        assertThat(refusal(SetupWorld.APP
                                .withTimeout(Phase.INITIALIZE, Duration.ofSeconds(59))
                                .withTimeout(Phase.UPDATE_AFTER_CHECKOUT, Duration.ofSeconds(3600))
                                .withTimeout(Phase.STARTUP, Duration.ofSeconds(3601)))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("$.repositories[0].timeouts.initialize", "$.repositories[0].timeouts.startup");
    }

    @Test
    void showsNothingOfWhatHooksPrint() {
        ToolHooks hooks = new ToolHooks(new TreeMap<>(), new TreeMap<>(), new HookContext(0L, null));

        Invalid refusal = catchThrowableOfType(Invalid.class, () -> project.save(before -> before.withHooks(hooks)));

        assertThat(refusal.violations()).extracting(Violation::path).containsExactly("$.hooks.context.maxOutputLength");
    }

    @Test
    void changesNothing() {
        String before = project.world.digest();

        refusal(SetupWorld.HOOKED);

        assertThat(project.get().source()).isEqualTo(Source.NONE);
        assertThat(project.world.digest()).isEqualTo(before);
    }
}
