package dev.capy.server.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README shows is what the tests run. */
class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- (\\S+\\.java) -->\\R```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\\R");

    @TestFactory
    Stream<DynamicTest> showsExamplesAsTheyAreCompiledAndRun() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.group(1),
                        () -> assertThat(lines(marked(example.group(1)))).isEqualTo(lines(example.group(2)))));
    }

    @Test
    void hasNoJavaThatNoTestRuns() throws IOException {
        assertThat(JAVA.matcher(readme()).results()).hasSameSizeAs(examples());
    }

    @Test
    void opensWithTheTwoCommands() throws IOException {
        assertThat(readme()).contains("mvn -q compile exec:java").contains("mvn verify");
    }

    private static List<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(readme()).results().toList();
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String marked(String file) throws IOException {
        return Files.readString(ROOT.resolve(file)).split("// README\\R")[1];
    }

    /** Indentation and line breaks are the formatter's; the words are the example's. */
    private static List<String> lines(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
