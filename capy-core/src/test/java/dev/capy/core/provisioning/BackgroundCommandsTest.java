package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.provisioning.Provisioning.Status;
import dev.capy.core.shell.CommandPattern;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.warmpool.Instance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Setup commands that nobody waits for. */
class BackgroundCommandsTest {

    private final TestBoots boots = TestBoots.with(
            CommandRule.hanging(CommandPattern.exact("npm run dev")),
            CommandRule.failing(CommandPattern.exact("npm run bad"), Duration.ofSeconds(1), 1, "bad\n"));

    private Instance start(SetupCommand... commands) {
        return boots.owner.testBoot(TestBoots.PROJECT, commands);
    }

    private static SetupCommand inBackground(String command) {
        return new SetupCommand(command, command, true);
    }

    @Test
    void doNotHoldUpTheBoot() {
        Instance instance = start(inBackground("npm run dev"), SetupCommand.of("sleep 2"));

        boots.world.clock().runUntilIdle();

        assertThat(boots.of(instance).status()).isEqualTo(Status.READY);
        assertThat(boots.of(instance).log())
                .last()
                .extracting(StepLog::duration)
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void mayFailWithoutConsequence() {
        Instance instance = start(inBackground("npm run bad"));

        boots.world.clock().runUntilIdle();

        assertThat(boots.of(instance).status()).isEqualTo(Status.READY);
    }

    @Test
    void goOnWhenTheMachineIsReady() {
        Instance instance = start(inBackground("sleep 60; touch /home/late"));
        boots.world.clock().runUntilIdle();

        assertThat(boots.disk(instance.vmId()).file("/home/late")).isEmpty();
        boots.world.clock().advance(Duration.ofSeconds(60));
        assertThat(boots.disk(instance.vmId()).file("/home/late")).isPresent();
    }

    @Test
    void workOnTheDiskBesideTheOthers() {
        Instance instance = start(
                inBackground("sleep 1; echo b > /home/b"), SetupCommand.of("echo a > /home/a; sleep 5; ls /home"));

        boots.world.clock().runUntilIdle();

        assertThat(boots.text(instance.vmId(), "/home/a")).isEqualTo("a\n");
        assertThat(boots.text(instance.vmId(), "/home/b")).isEqualTo("b\n");
    }
}
