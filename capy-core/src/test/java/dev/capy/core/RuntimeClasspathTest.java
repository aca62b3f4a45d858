package dev.capy.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The domain library brings next to nothing along. The build lists what it brings (see the module's pom). */
class RuntimeClasspathTest {

    private static final List<String> ALLOWED = List.of("jspecify", "java-diff-utils", "nanojson", "nimbus-jose-jwt");

    @Test
    void holdsNothingButSmallPureLibraries() throws IOException {
        assertThat(artifacts()).isSubsetOf(ALLOWED);
    }

    @Test
    void isTheRealOne() throws IOException {
        assertThat(artifacts()).contains("jspecify");
    }

    private static List<String> artifacts() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                RuntimeClasspathTest.class.getResourceAsStream("/runtime-classpath.txt"),
                "run the build first: it writes runtime-classpath.txt")) {
            String list = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Pattern.compile(Pattern.quote(File.pathSeparator))
                    .splitAsStream(list)
                    .map(jar ->
                            Objects.requireNonNull(Path.of(jar).getFileName()).toString())
                    .map(name -> name.replaceFirst("-\\d.*\\.jar$", ""))
                    .toList();
        }
    }
}
