package dev.capy.core.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.script.AgentType;
import dev.capy.core.setup.ProjectSetup.Source;
import dev.capy.core.setup.ProjectSetup.Status;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Source: seed 004. */
class SetupTest {

    private static final ToolHooks LINT = new ToolHooks(
            new TreeMap<>(Map.of("bash_run", ToolHook.of(List.of("pnpm lint")))), new TreeMap<>(), HookContext.DEFAULT);

    private final SetupWorld project = SetupWorld.of("acme/app");

    @Test
    void ofAProjectWithoutOneNamesItsRepositoriesAndPreparesNothing() {
        ProjectSetup setup = project.get();

        assertThat(setup.source()).isEqualTo(Source.NONE);
        assertThat(setup.legacyHooks()).isEqualTo(new ProjectSetup.Legacy(Status.NONE, List.of(), true));
        assertThat(setup.setup()).isEqualTo(Setup.NONE.withRepositories(SetupWorld.APP));
    }

    @Test
    void ofAProjectWithoutRepositoriesIsEmpty() {
        assertThat(SetupWorld.of().get().setup()).isEqualTo(Setup.NONE);
    }

    @Test
    void isInForceOnceItIsSaved() {
        RepositorySetup app = SetupWorld.APP
                .withScript(Phase.INITIALIZE, "pnpm install")
                .withTimeout(Phase.INITIALIZE, Duration.ofMinutes(10))
                .withCommand("Test", "pnpm test");

        ProjectSetup saved = project.save(app);

        assertThat(saved.source()).isEqualTo(Source.SETUP);
        assertThat(saved.legacyHooks().status()).isEqualTo(Status.NONE);
        assertThat(saved.setup().repositories()).containsExactly(app);
        assertThat(project.get()).isEqualTo(saved);
    }

    @Test
    void isReplacedAsAWhole() {
        project.save(SetupWorld.APP.withScript(Phase.STARTUP, "pnpm dev"));

        assertThat(project.save(SetupWorld.APP).setup().repositories()).containsExactly(SetupWorld.APP);
    }

    @Test
    void keepsSizeAndHooksThatNobodyChanges() {
        project.save(before -> before.withVmSize(VmSize.LARGE).withHooks(LINT));

        Setup saved = project.save(SetupWorld.APP).setup();

        assertThat(saved).isEqualTo(new Setup(VmSize.LARGE, List.of(SetupWorld.APP), LINT));
    }

    @Test
    void canBeForAnotherBranchThanTheProjects() {
        RepositorySetup feature = RepositorySetup.of("acme/app", "feature");

        assertThat(project.save(feature).setup().repositories()).containsExactly(feature);
    }

    @Test
    void needNotNameEveryRepository() {
        SetupWorld two = SetupWorld.of("acme/app", "acme/hooked");

        assertThat(two.replaceHooks(SetupWorld.APP).setup().repositories()).containsExactly(SetupWorld.APP);
    }

    @Test
    void allowsAScriptHalfAnHourUnlessItSaysOtherwise() {
        RepositorySetup app = SetupWorld.APP.withTimeout(Phase.STARTUP, Duration.ofSeconds(60));

        assertThat(app.timeout(Phase.INITIALIZE)).isEqualTo(Duration.ofMinutes(30));
        assertThat(app.timeout(Phase.STARTUP)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void keepsTheTailOfTwoThousandCharactersUnlessItSaysOtherwise() {
        assertThat(HookContext.DEFAULT.limit()).isEqualTo(2000);
        assertThat(HookContext.DEFAULT.strategy()).isEqualTo(TruncateStrategy.TAIL);
        assertThat(new HookContext(5L, TruncateStrategy.HEAD))
                .returns(5L, HookContext::limit)
                .returns(TruncateStrategy.HEAD, HookContext::strategy);
    }

    @Test
    void surroundsTheToolsOfAllAgentsUnlessItSaysOtherwise() {
        assertThat(ToolHook.of(List.of("true")).appliesTo(AgentType.REVIEW)).isTrue();
        assertThat(new ToolHook(List.of("true"), List.of(AgentType.BUILD)))
                .returns(true, hook -> hook.appliesTo(AgentType.BUILD))
                .returns(false, hook -> hook.appliesTo(AgentType.CAPTAIN));
    }
}
