package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileNode;
import dev.capy.core.warmpool.Instance;
import org.junit.jupiter.api.Test;

/** The shared variables of a project on its machines. */
class EnvFileTest {

    private final TestBoots boots = TestBoots.of(project -> project.repo("acme/app")
            .variable("GREETING", "it's \"fine\" & $HOME")
            .variable("API_URL", "https://api.example.test")
            .variable("EMPTY", ""));

    @Test
    void isOwnersAlone() {
        Provisioning boot = boots.boot();

        FileNode file = boots.disk(boot.vmId()).file("/home/.env").orElseThrow();
        assertThat(Integer.toOctalString(file.mode())).isEqualTo("600");
        assertThat(file.owner()).isEqualTo("root");
    }

    @Test
    void quotesWhatAShellWouldRead() {
        Provisioning boot = boots.boot();

        assertThat(boots.text(boot.vmId(), "/home/.env"))
                .isEqualTo("API_URL='https://api.example.test'\nEMPTY=''\nGREETING='it'\\''s \"fine\" & $HOME'\n");
    }

    @Test
    void canBeReadByAShell() {
        Provisioning boot = boots.boot("unset GREETING; . /home/.env; echo \"$GREETING\" > greeting");

        assertThat(boots.text(boot.vmId(), "/home/greeting")).isEqualTo("it's \"fine\" & $HOME\n");
    }

    @Test
    void isTheEnvironmentOfSetupCommandsToo() {
        Provisioning boot = boots.boot("echo $API_URL > url");

        assertThat(boots.text(boot.vmId(), "/home/url")).isEqualTo("https://api.example.test\n");
    }

    @Test
    void showsItsValuesInNoLog() {
        Provisioning boot = boots.boot("echo to $API_URL; cat /home/.env");

        assertThat(boot.log())
                .last()
                .extracting(StepLog::output)
                .isEqualTo("to ***\nAPI_URL='***'\nEMPTY=''\nGREETING='***'\n");
        assertThat(boot.toString()).doesNotContain("api.example.test");
    }

    @Test
    void showsItsValuesInNoError() {
        Provisioning boot = boots.boot("echo cannot reach $API_URL >&2; exit 1");

        assertThat(boot.failure()).map(StepLog::error).contains("exit code 1: cannot reach ***");
    }

    @Test
    void isThereOnlyAfterItsStep() {
        Instance instance = boots.start();

        boots.runUntil(instance, "set_env_vars");
        assertThat(boots.disk(instance.vmId()).file("/home/.env")).isEmpty();
        boots.runUntil(instance, "clone_repo");
        assertThat(boots.disk(instance.vmId()).file("/home/.env")).isPresent();
    }

    @Test
    void isEmptyWithoutVariables() {
        TestBoots none = TestBoots.ofOneRepository();

        assertThat(none.text(none.boot().vmId(), "/home/.env")).isEmpty();
    }
}
