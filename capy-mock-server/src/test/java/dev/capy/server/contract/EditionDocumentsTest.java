package dev.capy.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the document of every edition. */
class EditionDocumentsTest {

    @ParameterizedTest
    @CsvSource({"capy-2026-06, 49", "capy-2026-07, 37"})
    void declareTheirOperations(String edition, int operations) {
        assertThat(Edition.load(edition).operations()).hasSize(operations);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void compileAsAWhole(String edition) {
        OpenApiDocument document = OpenApiDocument.read(edition);
        Edition fresh = new Edition(edition, document);

        fresh.warmUp();

        assertThat(fresh.operations())
                .extracting(Operation::tag)
                .isSubsetOf(document.root().path("tags").findValuesAsText("name"));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void sayEverythingOnce(String edition) throws IOException {
        YAMLMapper strict = new YAMLMapper(YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        try (InputStream yaml = getClass().getResourceAsStream("/openapi/" + edition + ".yaml")) {
            assertThat(strict.readTree(yaml).path("paths")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void sayTheSameInBothForms(String name) {
        Optional<OpenApiDocument> json = OpenApiDocument.read(name, ".json", JsonMapper::new);

        assertThat(json).isPresent().isEqualTo(OpenApiDocument.read(name, ".yaml", YAMLMapper::new));
    }

    @Test
    void areReadInTheFormThatWasWrittenLast(@TempDir Path directory) throws IOException {
        Path json = Files.createFile(directory.resolve("x.json"));
        Path yaml = Files.createFile(directory.resolve("x.yaml"));

        Files.setLastModifiedTime(json, FileTime.fromMillis(1_000));
        Files.setLastModifiedTime(yaml, FileTime.fromMillis(2_000));
        assertThat(OpenApiDocument.isOlder(json, yaml)).isTrue();

        Files.setLastModifiedTime(json, FileTime.fromMillis(2_000));
        assertThat(OpenApiDocument.isOlder(json, yaml)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void holdNothingThatIsNotUsed(String edition) {
        OpenApiDocument document = OpenApiDocument.read(edition);
        Set<String> declared = new TreeSet<>();
        for (String kind : List.of("parameters", "responses", "schemas")) {
            document.components()
                    .path(kind)
                    .fieldNames()
                    .forEachRemaining(name -> declared.add("#/components/" + kind + "/" + name));
        }

        Set<String> used = new TreeSet<>();
        for (JsonNode reference : document.root().findValues("$ref")) {
            used.add(reference.asText());
        }

        assertThat(used).isEqualTo(declared);
    }

    @Test
    void areKnownByName() {
        assertThat(Documents.editions()).contains("capy-2026-06", "capy-2026-07");
    }

    static List<String> editions() {
        return Documents.editions();
    }

    static Stream<String> documents() {
        return Stream.concat(editions().stream(), Stream.of("capx-v1", "control"));
    }
}
