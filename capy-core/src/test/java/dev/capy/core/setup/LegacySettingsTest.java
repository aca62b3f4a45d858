package dev.capy.core.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.setup.ProjectSetup.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code .capy/settings.json} says, in the shape of a Setup (source: docs on configs/settings). */
class LegacySettingsTest {

    private static final RepositorySetup OWN = RepositorySetup.of("acme/own", "main");

    private static Setup of(String settings) {
        return SetupWorld.withSettings(settings).get().setup();
    }

    @Test
    void hasItsSetupCommandsAsOneScript() {
        assertThat(of("{'hooks': {'setup': ['npm ci', {'command': 'npm run build'}]}}")
                        .repositories())
                .containsExactly(OWN.withScript(Phase.INITIALIZE, "npm ci\nnpm run build"));
    }

    @Test
    void hasItsToolHooks() {
        ToolHooks hooks = of("{'hooks': {'tools': {'pre': {'bash_run': ['date']}, 'post': {'edit': ['a', 'b']}}}}")
                .hooks();

        assertThat(hooks.pre()).containsOnlyKeys("bash_run").containsValue(ToolHook.of(List.of("date")));
        assertThat(hooks.post()).containsOnlyKeys("edit").containsValue(ToolHook.of(List.of("a", "b")));
    }

    @Test
    void hasItsContext() {
        assertThat(of("{'hooks': {'setup': ['x'], 'context': {'maxOutputLength': 99, 'truncateStrategy': 'middle'}}}")
                        .hooks()
                        .context())
                .isEqualTo(new HookContext(99L, TruncateStrategy.MIDDLE));
    }

    @Test
    void joinsTheToolHooksOfSeveralRepositoriesInTheirOrder() {
        SetupWorld two = SetupWorld.of(
                fixture -> fixture.repository("acme/a", a -> a.file(LegacyHooks.FILE, tool("first")))
                        .repository("acme/b", b -> b.file(LegacyHooks.FILE, tool("second"))),
                "acme/a",
                "acme/b");

        assertThat(two.get().setup().hooks().pre())
                .containsOnlyKeys("edit")
                .containsValue(ToolHook.of(List.of("first", "second")));
    }

    private static String tool(String command) {
        return "{\"hooks\": {\"tools\": {\"pre\": {\"edit\": [\"" + command + "\"]}}}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'hooks': {'terminals': [{'name': 'dev', 'command': 'npm run dev'}]}}",
                "{'hooks': {'previews': [{'name': 'web', 'port': 3000}]}}"
            })
    void isInForceWithoutAPlaceInASetup(String settings) {
        ProjectSetup setup = SetupWorld.withSettings(settings).get();

        assertThat(setup.source()).isEqualTo(Source.LEGACY);
        assertThat(setup.setup()).isEqualTo(Setup.NONE.withRepositories(OWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "'hooks'",
                "{'hooks': null}",
                "{'hooks': {}}",
                "{'hooks': []}",
                "{'hooks': {'setup': [], 'terminals': [], 'tools': {'pre': {'edit': []}}}}",
                "{'hooks': {'setup': 'npm ci', 'tools': ['x'], 'previews': {}}}",
                "{'hooks': {'setup': [1, null, {'run': 'x'}], 'tools': {'pre': {'edit': 'x'}}}}",
                "{'hooks': {'context': {'maxOutputLength': -1, 'truncateStrategy': 'end'}}}"
            })
    void isNothingWhereNothingRuns(String settings) {
        ProjectSetup setup = SetupWorld.withSettings(settings).get();

        assertThat(setup.source()).isEqualTo(Source.NONE);
        assertThat(setup.legacyHooks().checkComplete()).isTrue();
        assertThat(setup.setup()).isEqualTo(Setup.NONE.withRepositories(OWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'hooks': {'setup': ['x']}", "hooks:\n  setup: [x]\n"})
    void isNotKnownWhereItIsNoJson(String settings) {
        ProjectSetup setup = SetupWorld.withSettings(settings).get();

        assertThat(setup.source()).isEqualTo(Source.NONE);
        assertThat(setup.legacyHooks().checkComplete()).isFalse();
    }

    @Test
    void isNotKnownWhereItIsNestedBeyondReason() {
        ProjectSetup setup = SetupWorld.withSettings("[".repeat(200_000)).get();

        assertThat(setup.legacyHooks().checkComplete()).isFalse();
    }
}
