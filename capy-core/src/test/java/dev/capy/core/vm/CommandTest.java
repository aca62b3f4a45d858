package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.files.Content;
import dev.capy.core.shell.CommandPattern;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.shell.FileWrite;
import dev.capy.core.shell.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands work in virtual time. */
class CommandTest {

    private final Machines machines = Machines.with(
            CommandRule.hanging(CommandPattern.exact("serve")),
            CommandRule.failing(CommandPattern.glob("lint*"), Duration.ofSeconds(2), 3, "ugly\n"),
            new CommandRule(
                    "build",
                    CommandPattern.exact("build"),
                    0,
                    "built\n",
                    "",
                    Duration.ofSeconds(10),
                    List.of(new FileWrite("dist/app.js", Content.of("app\n"), 0644))));
    private final String vmId = machines.running(VmSize.SMALL);

    @Test
    void takeEffectAtTheirMoment() {
        Execution command = machines.start(vmId, "echo one > a; sleep 5; echo two > a; sleep 5");

        assertThat(machines.text(vmId, "/home/a")).hasValue("one\n");
        machines.pass(4.9);
        assertThat(machines.text(vmId, "/home/a")).hasValue("one\n");
        machines.pass(0.1);
        assertThat(machines.text(vmId, "/home/a")).hasValue("two\n");
        assertThat(command.duration()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void tellHowTheyEnded() {
        Execution command = machines.start(vmId, "echo out; echo err >&2; sleep 1; exit 4");
        machines.pass(1);

        assertThat(machines.finish(command))
                .returns(4, Outcome::exitCode)
                .returns("out\n", Outcome::stdout)
                .returns("err\n", Outcome::stderr);
        assertThat(machines.executions()).isZero();
    }

    @Test
    void followTheRulesOfTheWorld() {
        Execution lint = machines.start(vmId, "lint --all");
        Execution build = machines.start(vmId, "build");

        assertThat(lint.duration()).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
        assertThat(build.duration()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        machines.pass(12);
        assertThat(machines.finish(lint)).returns(3, Outcome::exitCode).returns("ugly\n", Outcome::stderr);
        assertThat(machines.finish(build).stdout()).isEqualTo("built\n");
        assertThat(machines.text(vmId, "/home/dist/app.js")).hasValue("app\n");
    }

    @Test
    void workOnOneDiskAtOnce() {
        Execution first = machines.start(vmId, "sleep 2; echo first > a; sleep 4; rm notes");
        machines.pass(1);
        Execution second = machines.start(vmId, "echo second > b; sleep 2; cat notes > c");

        machines.pass(2);
        assertThat(machines.disk(vmId).directory("/home").orElseThrow().files())
                .containsOnlyKeys("a", "b", "c", "notes");
        machines.pass(3);
        assertThat(machines.text(vmId, "/home/notes")).isEmpty();
        machines.finish(second);
        machines.finish(first);
        assertThat(machines.disk(vmId).directory("/home").orElseThrow().files()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void haveTheLastWordByTimeAndNotByTheirStart() {
        Execution first = machines.start(vmId, "sleep 3; echo later > a");
        Execution second = machines.start(vmId, "sleep 1; echo earlier > a");

        machines.pass(3);

        assertThat(machines.text(vmId, "/home/a")).hasValue("later\n");
        machines.finish(second);
        machines.finish(first);
        assertThat(machines.text(vmId, "/home/a")).hasValue("later\n");
    }

    @Test
    void goBesideWritesFromOutside() {
        Execution command = machines.start(vmId, "sleep 2; echo command > a; sleep 2; echo command > b");
        machines.pass(3);

        machines.write(vmId, "/home/a", "outside\n");
        machines.write(vmId, "/home/b", "outside\n");
        machines.pass(1);
        machines.finish(command);

        assertThat(machines.text(vmId, "/home/a")).hasValue("outside\n");
        assertThat(machines.text(vmId, "/home/b")).hasValue("command\n");
    }

    @Test
    void seeWhatOthersHaveDoneByTheirStart() {
        machines.start(vmId, "sleep 1; echo there > a");
        machines.pass(1);

        Execution second = machines.start(vmId, "cat a");

        assertThat(machines.finish(second).stdout()).isEqualTo("there\n");
    }

    @Test
    void leaveTheirBackgroundBehind() {
        Execution command = machines.start(vmId, "(sleep 60; echo late > late) & echo now > now");
        assertThat(command.duration()).isZero();

        machines.finish(command);
        assertThat(machines.text(vmId, "/home/now")).isPresent();
        assertThat(machines.text(vmId, "/home/late")).isEmpty();
        machines.pass(60);
        assertThat(machines.text(vmId, "/home/late")).hasValue("late\n");
    }

    @Test
    void areForgottenOnceTheirBackgroundIsOver() {
        machines.finish(machines.start(vmId, "(sleep 60; echo late > late) &"));
        assertThat(machines.executions()).isEqualTo(1);
        machines.pass(60);

        machines.write(vmId, "/home/other", "");

        assertThat(machines.executions()).isZero();
        assertThat(machines.text(vmId, "/home/late")).isPresent();
    }

    @Test
    void areCutOffByTheirTimeout() {
        Execution command =
                machines.start(vmId, "echo a > a; sleep 5; echo b > b; serve; echo c > c", Duration.ofSeconds(30));
        assertThat(command.duration()).isEqualTo(Duration.ofSeconds(30));
        machines.pass(30);

        assertThat(machines.finish(command)).returns(124, Outcome::exitCode).returns(true, Outcome::timedOut);
        machines.pass(3600);
        assertThat(machines.text(vmId, "/home/b")).isPresent();
        assertThat(machines.text(vmId, "/home/c")).isEmpty();
        assertThat(machines.executions()).isZero();
    }

    @Test
    void areCutOffWhereTheyAre() {
        Execution command = machines.start(vmId, "echo a > a; sleep 5; echo b > b; sleep 5; echo c > c");
        machines.pass(6);

        machines.finish(command);
        machines.pass(60);

        assertThat(machines.text(vmId, "/home/b")).isPresent();
        assertThat(machines.text(vmId, "/home/c")).isEmpty();
        assertThat(machines.executions()).isZero();
    }

    @Test
    void runOnMachinesThatRunAlone() {
        String booting = machines.create(VmSize.SMALL);

        assertThatThrownBy(() -> machines.start(booting, "true"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BOOTING");
    }

    @Test
    void endWithTheirMachine() {
        machines.start(vmId, "sleep 1; echo a > a");

        machines.destroy(vmId);

        assertThat(machines.executions()).isZero();
        assertThat(machines.text(vmId, "/home/a")).isEqualTo(Optional.empty());
    }
}
