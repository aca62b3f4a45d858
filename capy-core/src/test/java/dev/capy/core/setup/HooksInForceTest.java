package dev.capy.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.setup.ProjectSetup.Legacy;
import dev.capy.core.setup.ProjectSetup.Source;
import dev.capy.core.setup.ProjectSetup.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hooks of {@code .capy/settings.json} stay in force until someone says that a Setup replaces them (seed 004). */
class HooksInForceTest {

    private final SetupWorld project = SetupWorld.of("acme/app", "acme/hooked");

    @Test
    void areReported() {
        assertThat(project.get())
                .returns(Source.LEGACY, ProjectSetup::source)
                .returns(new Legacy(Status.ACTIVE, List.of("acme/hooked"), true), ProjectSetup::legacyHooks);
    }

    @Test
    void keepASetupFromBeingSaved() {
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> project.save(SetupWorld.APP));

        assertThat(refusal.violations()).extracting(Violation::path).containsExactly("$.replaceLegacyHooks");
        assertThat(refusal)
                .hasMessageContaining(".capy/settings.json of acme/hooked")
                .hasMessageContaining("?replaceLegacyHooks=true");
        assertThat(project.get().source()).isEqualTo(Source.LEGACY);
    }

    @Test
    void areIgnoredOnceTheyAreReplaced() {
        ProjectSetup saved = project.replaceHooks(SetupWorld.APP);

        assertThat(saved)
                .returns(Source.SETUP, ProjectSetup::source)
                .returns(new Legacy(Status.IGNORED, List.of("acme/hooked"), true), ProjectSetup::legacyHooks);
    }

    @Test
    void needToBeReplacedOnlyOnce() {
        project.replaceHooks(SetupWorld.APP);

        assertThat(project.save(SetupWorld.HOOKED).setup().repositories()).containsExactly(SetupWorld.HOOKED);
    }

    @Test
    void mayBeSaidToBeReplacedWhereThereAreNone() {
        assertThat(SetupWorld.of("acme/app").replaceHooks(SetupWorld.APP).source())
                .isEqualTo(Source.SETUP);
    }

    @Test
    void areUnknownWhereAFileCannotBeParsed() {
        assertThat(SetupWorld.of("acme/app", "acme/garbled").get())
                .returns(Source.NONE, ProjectSetup::source)
                .returns(new Legacy(Status.NONE, List.of(), false), ProjectSetup::legacyHooks);
    }

    @Test
    void areReportedBesideAFileThatCannotBeParsed() {
        assertThat(SetupWorld.of("acme/garbled", "acme/hooked").get().legacyHooks())
                .isEqualTo(new Legacy(Status.ACTIVE, List.of("acme/hooked"), false));
    }
}
