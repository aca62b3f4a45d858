package dev.capy.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the text, the shell answers: it throws nothing and ends. */
class ShellRandomScriptsTest {

    private static final int SCRIPTS = 20_000;
    private static final int LONGEST = 25;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final List<String> TOKENS = List.of(
            "echo",
            "a",
            "b.txt",
            "a.txt",
            "$X",
            "${X:-d}",
            "${X",
            "}",
            "{",
            "(",
            ")",
            "$(",
            "`",
            "$((",
            "))",
            "'",
            "\"",
            "\\",
            "\n",
            " ",
            " ",
            " ",
            ";",
            ";",
            ";;",
            "&",
            "&&",
            "||",
            "|",
            "!",
            "if",
            "then",
            "elif",
            "else",
            "fi",
            "for",
            "in",
            "do",
            "done",
            "while",
            "until",
            "case",
            "esac",
            "x)",
            "X=1",
            "X=",
            "=",
            "export",
            "unset",
            "set",
            "-e",
            "-x",
            "+e",
            "cd",
            "src",
            "..",
            "/",
            "*",
            "?",
            "[",
            "]",
            "[a-z]*",
            ">",
            ">>",
            "<",
            "<<",
            "<<EOF",
            "EOF",
            "2>",
            "2>&1",
            ">&2",
            "&>",
            "#",
            "~",
            "$?",
            "$@",
            "\"$@\"",
            "$1",
            "cat",
            "grep",
            "-E",
            "tee",
            "head",
            "-n",
            "1",
            "rm",
            "-rf",
            "mkdir",
            "-p",
            "cp",
            "mv",
            "ls",
            "-la",
            "chmod",
            "+x",
            "test",
            "-f",
            "sleep",
            "true",
            "false",
            ":",
            "exit",
            "return",
            "break",
            "continue",
            "eval",
            ".",
            "exec",
            "sh",
            "-c",
            "sudo",
            "printf",
            "%s%d\\n",
            "read",
            "f()",
            "f",
            "local",
            "shift",
            "wait",
            "env",
            "command",
            "-v",
            "which",
            "basename",
            "npm",
            "./run.sh",
            "${X#*}",
            "${#X}",
            "$((1+2))",
            "\t",
            "\u00e9",
            "\u0000");

    @Test
    void neverThrowsAndAlwaysEnds() {
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < SCRIPTS; i++) {
            String script = script(random);
            CommandRules rules = random.nextBoolean() ? CommandRules.NONE : CommandRules.NONE.strictly();
            assertEnds(script, rules);
        }
    }

    private static String script(SplittableRandom random) {
        StringBuilder script = new StringBuilder();
        int length = random.nextInt(1, LONGEST);
        for (int i = 0; i < length; i++) {
            script.append(TOKENS.get(random.nextInt(TOKENS.size())));
            script.append(random.nextInt(4) == 0 ? "" : " ");
        }
        return script.toString();
    }

    private static void assertEnds(String script, CommandRules rules) {
        try {
            Outcome outcome = Shell.run(script, Scripts.session(), rules, Pace.EXACT, TIMEOUT);
            assertThat(outcome.exitCode()).as(script).isBetween(0, 255);
            assertThat(outcome.duration()).as(script).isBetween(Duration.ZERO, TIMEOUT);
            Effects.apply(Scripts.disk(), outcome.effects(), TIMEOUT);
        } catch (RuntimeException e) {
            throw new AssertionError("threw for: " + script, e);
        }
    }
}
