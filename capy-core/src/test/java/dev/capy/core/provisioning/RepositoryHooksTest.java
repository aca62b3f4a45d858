package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.provisioning.Provisioning.Status;
import org.junit.jupiter.api.Test;

/** The deprecated {@code hooks.setup} of a repository's {@code .capy/settings.json}. */
class RepositoryHooksTest {

    @Test
    void runWhenTheRepositoryIsInitialized() {
        TestBoots boots = TestBoots.of(project -> project.repo("acme/hooked"));

        Provisioning boot = boots.boot();

        assertThat(boots.disk(boot.vmId()).file("/home/hooked/hooked")).isPresent();
        assertThat(boot.log()).last().returns("init_repo", StepLog::name).returns("from hook\n", StepLog::output);
    }

    @Test
    void failTheStepWhenTheyFail() {
        Provisioning boot = TestBoots.of(project -> project.repo("acme/broken")).boot();

        assertThat(boot.failure().orElseThrow())
                .returns("init_repo", StepLog::name)
                .returns("exit code 7: no", StepLog::error);
    }

    @Test
    void areIgnoredWhereTheyCannotBeRead() {
        Provisioning boot =
                TestBoots.of(project -> project.repo("acme/garbled")).boot();

        assertThat(boot.status()).isEqualTo(Status.READY);
    }
}
