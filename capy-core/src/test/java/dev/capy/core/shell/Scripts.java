package dev.capy.core.shell;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import java.time.Duration;

/** Short words for the tests: a small disk, and scripts run on it. */
final class Scripts {

    static final Duration TIMEOUT = Duration.ofMinutes(10);

    private Scripts() {}

    static FileTree disk() {
        return FileTree.EMPTY
                .with("/root", Directory.EMPTY)
                .with("/tmp", Directory.EMPTY)
                .with("/desk/a.txt", FileNode.of("one\ntwo\nthree\n"))
                .with("/desk/b.txt", FileNode.of("four\nfive"))
                .with(
                        "/desk/run.sh",
                        FileNode.of("#!/bin/sh\necho run $#: \"$@\"\nexit 3\n").withMode(0755))
                .with("/desk/plain.sh", FileNode.of("echo plain $1\n"))
                .with("/desk/src/main.c", FileNode.of("int main() { return 0; }\n"))
                .with("/desk/src/deep/x.c", FileNode.of("x\n"))
                .with("/desk/.hidden", FileNode.of("h\n"))
                .with("/desk/empty", Directory.EMPTY);
    }

    static ShellSession session() {
        return ShellSession.root(disk(), "/desk");
    }

    static Outcome run(String script) {
        return run(script, CommandRules.NONE);
    }

    static Outcome run(String script, CommandRule... rules) {
        return run(script, CommandRules.of(rules));
    }

    static Outcome run(String script, CommandRules rules) {
        return Shell.run(script, session(), rules, Pace.EXACT, TIMEOUT);
    }

    /** The disk when everything that the script set off has happened. */
    static FileTree after(Outcome outcome) {
        return Effects.apply(disk(), outcome.effects(), TIMEOUT);
    }

    static String fileAfter(String script, String path) {
        return after(run(script)).file(path).orElseThrow().content().text();
    }
}
