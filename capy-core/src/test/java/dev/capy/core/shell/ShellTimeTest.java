package dev.capy.core.shell;

import static dev.capy.core.shell.Scripts.after;
import static dev.capy.core.shell.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTimeTest {

    private static final CommandRule BUILD =
            CommandRule.succeeding(CommandPattern.exact("build"), Duration.ofSeconds(60), "built\n");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo a | PT0S",
                "sleep 2 | PT2S",
                "sleep 0.5; sleep .25 | PT0.75S",
                "sleep 1m 2s | PT1M2S",
                "sleep 0.1h | PT6M",
                "npm install | PT3S",
                "npm install && npm test | PT6S",
                "false && npm install | PT0S",
                "build | PT1M",
                "sudo build; (build) | PT2M",
                "x=$(build) | PT1M",
                "sleep 5 & | PT0S",
                "sleep 5 & sleep 2; wait | PT5S",
                "build & build & sleep 1 | PT1S",
                "for i in 1 2 3; do sleep $i; done | PT6S",
                "sh -c 'sleep 3'; eval sleep 4 | PT7S"
            })
    void takesTheTimeOfItsCommands(String script, Duration expected) {
        assertThat(run(script, BUILD).duration()).isEqualTo(expected);
    }

    @Test
    void runsTheStagesOfAPipelineAtOnce() {
        assertThat(run("sleep 5 | sleep 3").duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(run("build | tee log", BUILD).effects())
                .last()
                .satisfies(effect -> assertThat(effect.at()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void asksThePaceForEveryProgramButNotForSleep() {
        Outcome outcome = Shell.run(
                "sleep 1; build; npm ci",
                Scripts.session(),
                CommandRules.of(BUILD),
                nominal -> nominal.multipliedBy(2),
                Scripts.TIMEOUT);

        assertThat(outcome.duration()).isEqualTo(Duration.ofSeconds(1 + 120 + 6));
    }

    @Test
    void datesEachChangeOfTheDisk() {
        Outcome outcome = run("touch x; sleep 2; rm x; sleep 3; echo y > y");

        assertThat(outcome.effects())
                .extracting(Effect::at, Effect::path)
                .containsExactly(
                        tuple(Duration.ZERO, "/desk/x"),
                        tuple(Duration.ofSeconds(2), "/desk/x"),
                        tuple(Duration.ofSeconds(5), "/desk/y"));
        assertThat(Effects.apply(Scripts.disk(), outcome.effects(), Duration.ofSeconds(1))
                        .at("/desk/x"))
                .isPresent();
        assertThat(Effects.apply(Scripts.disk(), outcome.effects(), Duration.ofSeconds(4))
                        .at("/desk/x"))
                .isEmpty();
    }

    @Test
    void letsTheBackgroundWorkOnAfterTheEnd() {
        Outcome outcome = run("(sleep 5; echo late > f; echo said) & echo now");

        assertThat(outcome.duration()).isZero();
        assertThat(outcome.stdout()).isEqualTo("now\n");
        assertThat(outcome.effects())
                .hasSize(1)
                .allSatisfy(effect -> assertThat(effect.at()).isEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void showsTheForegroundWhatTheBackgroundHasDoneByThen() {
        Outcome outcome = run("(sleep 2; touch f) & test -f f || echo early; sleep 3; test -f f && echo later");

        assertThat(outcome.stdout()).isEqualTo("early\nlater\n");
    }

    @Test
    void interleavesOutputByTime() {
        Outcome outcome = run("(sleep 1; echo b; sleep 2; echo d) & echo a; sleep 2; echo c; wait");

        assertThat(outcome.stdout()).isEqualTo("a\nb\nc\nd\n");
    }

    @Test
    void keepsAppendsOfBackgroundAndForegroundApart() {
        Outcome outcome = run("{ { sleep 2; echo b; } & echo a; sleep 1; echo c; wait; } > log");

        assertThat(after(outcome).file("/desk/log").orElseThrow().content().text())
                .isEqualTo("a\nc\nb\n");
    }

    @Test
    void cutsOffEverythingAfterTheTimeout() {
        Outcome outcome = Shell.run(
                "echo a; touch x; sleep 9; echo b; sleep 2; echo c; touch y",
                Scripts.session(),
                CommandRules.NONE,
                Pace.EXACT,
                Duration.ofSeconds(10));

        assertThat(outcome.timedOut()).isTrue();
        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.exitCode()).isEqualTo(124);
        assertThat(outcome.duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(outcome.stdout()).isEqualTo("a\nb\n");
        assertThat(outcome.effects()).extracting(Effect::path).containsExactly("/desk/x");
    }

    @Test
    void cutsOffTheBackgroundToo() {
        Outcome outcome = run("(sleep 9; touch in) & (sleep 3600; touch out) & hang", hang());

        assertThat(outcome.effects()).extracting(Effect::path).containsExactly("/desk/in");
    }

    @Test
    void endsInTimeWhenItTakesExactlyTheTimeout() {
        assertThat(run("sleep 10m").timedOut()).isFalse();
        assertThat(run("sleep 10m; sleep 0.001").timedOut()).isTrue();
    }

    @Test
    void endsWhatHangsByItsTimeoutOnly() {
        assertThat(run("hang || echo never", hang()).exitCode()).isEqualTo(124);
        assertThat(run("sleep infinity").exitCode()).isEqualTo(124);
        assertThat(run("while true; do sleep 5; done").exitCode()).isEqualTo(124);
    }

    @Test
    void runsTheOtherStagesOfAPipelineThatHangs() {
        Outcome outcome = run("hang | touch x | hang", hang());

        assertThat(outcome.timedOut()).isTrue();
        assertThat(outcome.effects()).extracting(Effect::path).containsExactly("/desk/x");
    }

    private static CommandRule hang() {
        return CommandRule.hanging(CommandPattern.exact("hang"));
    }
}
