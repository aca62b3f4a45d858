package dev.capy.core.shell;

import static dev.capy.core.shell.Scripts.after;
import static dev.capy.core.shell.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "EXACT => npm ci => npm ci => true",
                "EXACT => npm ci => npm ci x => false",
                "GLOB => npm * => npm install --ci => true",
                "GLOB => npm * => npm => false",
                "GLOB => npm [it]* => npm test => true",
                "GLOB => *:? => a/b:c => true",
                "REGEX => (npm|yarn) test.* => yarn test -v => true",
                "REGEX => test => yarn test => false"
            })
    void matchesTheWholeCommand(CommandPattern.Kind kind, String pattern, String command, boolean expected) {
        assertThat(CommandPattern.of(kind, pattern).matches(command)).isEqualTo(expected);
    }

    @Test
    void comparesPatternsByTheirText() {
        assertThat(CommandPattern.regex("a.*")).isEqualTo(CommandPattern.regex("a.*"));
        assertThat(CommandPattern.regex("a.*")).isNotEqualTo(CommandPattern.regex("b.*"));
        assertThatThrownBy(() -> CommandPattern.regex("(")).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void matchesWordsAfterExpansionWithoutWhatStandsAround() {
        CommandRule rule = CommandRule.succeeding(CommandPattern.exact("npm run a b"), Duration.ZERO, "ok\n");

        assertThat(run("X='a b'; CI=1 sudo -E npm 'run' $X 2>/dev/null | cat", rule)
                        .stdout())
                .isEqualTo("ok\n");
    }

    @Test
    void takesTheFirstRuleThatMatches() {
        CommandRule first = CommandRule.succeeding(CommandPattern.glob("npm *"), Duration.ZERO, "first\n");
        CommandRule second = CommandRule.succeeding(CommandPattern.exact("npm ci"), Duration.ZERO, "second\n");

        assertThat(run("npm ci", first, second).stdout()).isEqualTo("first\n");
        assertThat(run("npm ci", second, first).stdout()).isEqualTo("second\n");
    }

    @Test
    void printsFailsAndWritesAsTheRuleSays() {
        CommandRule rule = new CommandRule(
                "build",
                CommandPattern.exact("make"),
                2,
                "out\n",
                "err\n",
                Duration.ofSeconds(4),
                List.of(FileWrite.of("dist/app.js", "x"), new FileWrite("/opt/tool", Content.of("#!/bin/sh"), 0755)));

        Outcome outcome = run("cd src; make || echo failed $?", rule);

        assertThat(outcome.stdout()).isEqualTo("out\nfailed 2\n");
        assertThat(outcome.stderr()).isEqualTo("err\n");
        assertThat(outcome.effects()).extracting(Effect::at).containsOnly(Duration.ofSeconds(4));
        assertThat(after(outcome).file("/desk/src/dist/app.js")).contains(FileNode.of("x"));
        assertThat(after(outcome).file("/opt/tool"))
                .hasValueSatisfying(file -> assertThat(file.isExecutable()).isTrue());
    }

    @Test
    void redirectsWhatARulePrints() {
        CommandRule rule = CommandRule.failing(CommandPattern.exact("make"), Duration.ofSeconds(1), 1, "broken\n");

        Outcome outcome = run("make > log 2>&1; cat log", rule);

        assertThat(outcome.stdout()).isEqualTo("broken\n");
        assertThat(outcome.stderr()).isEmpty();
    }

    @Test
    void letsUnknownProgramsSucceedSilently() {
        Outcome outcome = run("cargo build --release");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout() + outcome.stderr()).isEmpty();
        assertThat(outcome.duration()).isEqualTo(CommandRules.DEFAULT_UNKNOWN_DURATION);
    }

    @Test
    void doesNotFindUnknownProgramsWhenStrict() {
        Outcome outcome = run("true\ncargo build", CommandRules.NONE.strictly());

        assertThat(outcome.exitCode()).isEqualTo(127);
        assertThat(outcome.stderr()).isEqualTo("sh: 2: cargo: not found\n");
        assertThat(outcome.duration()).isZero();
    }

    @Test
    void findsProgramsThatHaveARule() {
        CommandRules rules = CommandRules.of(
                        CommandRule.hanging(CommandPattern.glob("npm *")),
                        CommandRule.hanging(CommandPattern.regex("(go|gofmt) .*")),
                        CommandRule.hanging(CommandPattern.exact("make")))
                .strictly();

        Outcome outcome = run("which npm go make gofm cargo; command -v go && command -v g || echo none", rules);

        assertThat(outcome.stdout()).isEqualTo("/usr/bin/npm\n/usr/bin/go\n/usr/bin/make\n/usr/bin/go\nnone\n");
        assertThat(run("command -v anything").stdout()).isEqualTo("/usr/bin/anything\n");
    }

    @Test
    void interpretsScriptsOfTheDiskBeforeItAsksTheRules() {
        CommandRule rule = CommandRule.succeeding(CommandPattern.glob("./*"), Duration.ZERO, "rule\n");

        assertThat(run("./run.sh", rule).stdout()).isEqualTo("run 0:\n");
        assertThat(run("./other.sh", rule).stdout()).isEqualTo("rule\n");
        assertThat(run("printf '#!/usr/bin/env node\\n' > n; chmod +x n; ./n", rule)
                        .stdout())
                .isEqualTo("rule\n");
    }

    @Test
    void refusesRulesThatCannotBe() {
        CommandPattern pattern = CommandPattern.exact("x");

        assertThatThrownBy(() -> CommandRule.failing(pattern, Duration.ZERO, 256, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CommandRule.succeeding(pattern, Duration.ofSeconds(-1), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommandRules(List.of(), false, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
