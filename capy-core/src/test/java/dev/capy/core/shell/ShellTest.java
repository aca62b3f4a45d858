package dev.capy.core.shell;

import static dev.capy.core.shell.Scripts.after;
import static dev.capy.core.shell.Scripts.fileAfter;
import static dev.capy.core.shell.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparison with a real shell cannot show: our own choices. */
class ShellTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "whoami                            => root",
                "id -u                             => 0",
                "sudo -n whoami                    => root",
                "sudo X=1 sh -c 'echo $X'          => 1",
                "echo $HOME $PWD $USER             => /root /desk root",
                "bash -lc 'echo $0'                => bash",
                "sh -euxc 'echo a' 2>/dev/null     => a",
                "which ls cd                       => /usr/bin/ls",
                "source ./plain.sh                 => plain",
                "A=1 env B=2 sh -c 'echo $A$B'     => 12",
                "set -o pipefail; false | true; echo $? => 1"
            })
    void prints(String script, String expected) {
        assertThat(run(script).stdout()).isEqualTo(expected + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[ a = a ]]",
                "((i++))",
                "function f { :; }",
                "a=(1 2)",
                "x+=1",
                "a[0]=1",
                "cat <<< text",
                "cat 3< a.txt",
                "echo a >&-",
                "echo a 5>f",
                "cat <(ls)",
                "echo a |& cat",
                "for ((i=0;i<3;i++)); do :; done",
                "echo ${x//a/b}",
                "echo ${x:1:2}",
                "echo ${!x}",
                "echo ${x^^}",
                "select x in a; do :; done",
                "cat <> f",
                "coproc ls",
                "if",
                "fi",
                "(",
                "echo 'a",
                "| a",
                "case x",
                "f() | x",
                "! ",
                "echo `a"
            })
    void saysWhatItDoesNotUnderstand(String script) {
        Outcome outcome = run("echo before\n" + script + "\necho after");

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.stdout()).isEqualTo("before\n");
        assertThat(outcome.stderr()).containsPattern("^sh: \\d: Syntax error: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"trap x EXIT", "pushd src", "declare x=1", "readonly X=1", "umask 022", "alias a=b", "type ls"})
    void saysWhichCommandsOfRealShellsItLacks(String script) {
        Outcome outcome = run(script);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.stderr()).endsWith("not supported\n");
    }

    @Test
    void tellsTheLineAndTheScriptInItsComplaints() {
        assertThat(run("\n\ncd nowhere").stderr()).isEqualTo("sh: 3: cd: nowhere: No such file or directory\n");
        assertThat(run("echo 'cd nowhere' > s.sh; sh s.sh").stderr())
                .isEqualTo("s.sh: 1: cd: nowhere: No such file or directory\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true; do :; done",
                "until false; do true; done",
                "f() { f; }; f",
                "f() { f | f; }; f",
                "x=aaaaaaaa; while true; do x=$x$x; done",
                "echo 'sh x' > x; sh x",
                "x='eval \"$x\"'; eval \"$x\"",
                "for a in 0 1 2 3 4 5 6 7 8 9; do for b in $a$a$a; do while true; do while :; do break; done; done; done; done",
                "echo x > f; while true; do cat f f > g; cat g g > f; done"
            })
    void stopsScriptsThatWantTooMuch(String script) {
        Outcome outcome = run(script);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.stderr()).contains("limit reached: ");
    }

    @Test
    void stopsPatternsThatNeverEnd() {
        Outcome outcome = run("echo " + "a".repeat(30_000) + " | grep -E '(a+)+$b'");

        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void cutsOutputThatIsTooLong() {
        Outcome outcome = run(
                "x=0123456789; x=$x$x$x$x$x$x$x$x$x$x; x=$x$x$x$x$x$x$x$x$x$x; for a in 1 2 3 4 5 6 7 8 9 10; do "
                        + "for b in 1 2 3 4 5 6 7 8 9 10; do for c in 1 2 3 4 5 6 7 8 9 10 11; do echo $x; done; done; done");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).hasSizeLessThan(Outcome.OUTPUT_LIMIT + 100).endsWith("[output truncated]\n");
    }

    @Test
    void leavesTheSessionAlone() {
        ShellSession session = Scripts.session();
        Shell.run("rm -rf *; export A=1; cd /", session, CommandRules.NONE, Pace.EXACT, Scripts.TIMEOUT);

        assertThat(session).isEqualTo(Scripts.session());
    }

    @Test
    void runsAParsedScriptAnyNumberOfTimes() {
        Script script = Shell.parse("echo $A; touch x");

        for (String value : List.of("1", "2")) {
            ShellSession session = new ShellSession(Scripts.disk(), "/desk", new TreeMap<>(Map.of("A", value)), "dev");
            Outcome outcome = Shell.run(script, session, CommandRules.NONE, Pace.EXACT, Scripts.TIMEOUT);
            assertThat(outcome.stdout()).isEqualTo(value + "\n");
            assertThat(after(outcome).at("/desk/x")).map(Node::owner).contains("dev");
        }
        assertThat(script.syntaxError()).isEmpty();
        assertThat(Shell.parse("a\nfi").syntaxError()).contains("line 2: Syntax error: \"fi\" unexpected");
    }

    @Test
    void givesTheSameOutcomeEveryTime() {
        String script =
                "for f in *; do cat $f | tee copy-$f; sleep 1; done; npm i & ls -la; (sleep 2; rm -r src) & wait";

        assertThat(run(script)).isEqualTo(run(script));
    }

    @Test
    void endsWithTheTreeThatTheScriptSaw() {
        Outcome outcome = run("mkdir -p x/y; cp -r src x; mv x/src x/moved; chmod -R 700 x; rm a.txt; echo z >> b.txt; "
                + "(sleep 1; mv b.txt x) & wait; ls -laR x 2>/dev/null; find . | cat; ls -la x x/moved");
        FileTree tree = after(outcome);

        assertThat(tree.files().keySet())
                .contains("desk/x/b.txt", "desk/x/moved/main.c", "desk/x/moved/deep/x.c")
                .doesNotContain("desk/a.txt", "desk/b.txt");
        assertThat(tree.at("/desk/x/moved")).map(Node::mode).contains(0700);
    }

    @Test
    void listsModesAndOwners() {
        Outcome outcome = run("mkdir d; cd d; echo hi > f; chmod 4755 f; touch g; chmod 600 g; mkdir e; ls -l");

        assertThat(outcome.stdout()).isEqualTo("""
                        total 8
                        drwxr-xr-x 2 root root 4096 Jan  1 00:00 e
                        -rwxr-xr-x 1 root root    3 Jan  1 00:00 f
                        -rw------- 1 root root    0 Jan  1 00:00 g
                        """);
    }

    @Test
    void keepsModeAndOwnerOfAFileThatItOverwrites() {
        Outcome outcome = run("echo new > run.sh; cp a.txt plain.sh");

        assertThat(after(outcome).at("/desk/run.sh")).map(Node::mode).contains(0755);
    }

    @Test
    void redirectsToTheStandardStreamsByName() {
        Outcome outcome = run("echo a > /dev/stderr; echo b >/dev/stdout; echo c >/dev/null; echo d | cat /dev/stdin");

        assertThat(outcome.stdout()).isEqualTo("b\nd\n");
        assertThat(outcome.stderr()).isEqualTo("a\n");
    }

    @Test
    void redirectsBothStreamsAtOnce() {
        assertThat(fileAfter("{ echo out; cat missing; } &> f; echo more &>> f", "/desk/f"))
                .isEqualTo("out\ncat: missing: No such file or directory\nmore\n");
    }

    @Test
    void changesTheFilesOfASetupScript() {
        String script = """
                set -euo pipefail
                cd /desk
                export NODE_ENV=ci   # for the build
                mkdir -p .cache/npm
                if [ ! -f .env ]; then
                  cat > .env <<EOF
                ENV=$NODE_ENV
                HOME=${HOME:-/}
                EOF
                fi
                for name in api web; do
                  printf '%s=%d\\n' "$name" 8080 >> .env
                done
                npm ci && npm run build 2>&1 | tee build.log
                echo "done: $(wc -l < .env) lines"
                """;
        Outcome outcome = run(script);

        assertThat(outcome.stderr()).isEmpty();
        assertThat(outcome.stdout()).isEqualTo("done: 4 lines\n");
        assertThat(outcome.duration()).isEqualTo(Duration.ofSeconds(6));
        assertThat(after(outcome).file("/desk/.env").orElseThrow().content().text())
                .isEqualTo("ENV=ci\nHOME=/root\napi=8080\nweb=8080\n");
    }

    @Test
    void refusesSessionsThatCannotBe() {
        assertThatThrownBy(() -> ShellSession.root(FileTree.EMPTY, "work"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Shell.run("", Scripts.session(), CommandRules.NONE, Pace.EXACT, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
