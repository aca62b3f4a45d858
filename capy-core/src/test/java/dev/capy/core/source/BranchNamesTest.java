package dev.capy.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.capy.core.source.git.Git;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchNamesTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {"main", "release/1.2", "capy/x-1", "a.b", "ü", "a@b", "feature/a-b_c", "x{y}", "a#b", "lock"})
    void takesWhatGitTakes(String name) {
        assertThat(BranchNames.isValid(name)).isTrue();
        Git.assumeInstalled();
        new Git(temporary).run("check-ref-format", "--branch", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a..b",
                "a//b",
                "/a",
                "a/",
                ".a",
                "a/.b",
                "a.",
                "-a",
                "a~",
                "a^",
                "a:",
                "a?",
                "a*",
                "a[",
                "a\\",
                "a@{b",
                "HEAD",
                "a.lock",
                "a.lock/b",
                "a\tb",
                "a\u007f"
            })
    void refusesWhatGitRefuses(String name) {
        assertThat(BranchNames.isValid(name)).isFalse();
        Git.assumeInstalled();
        assertThat(catchThrowable(() -> new Git(temporary).run("check-ref-format", "--branch", name)))
                .isInstanceOf(AssertionError.class);
    }
}
