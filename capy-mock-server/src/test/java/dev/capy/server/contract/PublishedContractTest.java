package dev.capy.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our documents say of every operation what the published ones say, except what is listed here with its reason. */
class PublishedContractTest {

    private static final String PUBLISHED = "shared/spec/published/capy-2026-06.openapi.json";

    private static final String IDENTIFIERS_TOO =
            "a task may be named by its identifier, such as DEMO-12, which is no UUID";

    private static final Map<String, String> ALLOWED = Map.of(
            "getTask/parameters/path taskId/schema/format", IDENTIFIERS_TOO,
            "getTaskDiff/parameters/path taskId/schema/format", IDENTIFIERS_TOO);

    private static final Set<String> NOT_SERVED_YET = Set.of(
            "archiveThread",
            "createAutomation",
            "createBrowserSnapshot",
            "createThreadTag",
            "deleteAutomation",
            "deleteBrowserSnapshot",
            "deletePersonalEnvironmentVariable",
            "getAutomation",
            "getBrowserSnapshot",
            "getSetup",
            "getSnapshots",
            "getThreadSessionToken",
            "getUsage",
            "listAutomations",
            "listBrowserSnapshots",
            "listPersonalEnvironmentVariables",
            "listThreadTags",
            "setThreadTags",
            "triggerAutomation",
            "unarchiveThread",
            "updateAutomation",
            "updateBrowserSnapshot",
            "updateSetup",
            "updateSnapshots",
            "upsertPersonalEnvironmentVariables",
            "verifySession");

    private final OpenApiDocument ours = OpenApiDocument.read("capy-2026-06");
    private final OpenApiDocument published = published();

    @Test
    void servesThePublishedOperationsAndNoOthers() {
        Set<String> expected = new TreeSet<>(CanonicalOperations.of(published).keySet());
        assertThat(expected).containsAll(NOT_SERVED_YET);

        expected.removeAll(NOT_SERVED_YET);

        assertThat(CanonicalOperations.of(ours).keySet()).isEqualTo(expected);
    }

    @Test
    void saysOfEachOperationWhatIsPublishedExceptWhatIsAllowed() {
        Map<String, JsonNode> theirs = CanonicalOperations.of(published);
        Map<String, String> differences = new TreeMap<>();

        CanonicalOperations.of(ours).forEach((id, operation) -> {
            JsonNode their = theirs.getOrDefault(id, MissingNode.getInstance());
            differences.putAll(CanonicalOperations.differences(id, operation, their));
        });

        assertThat(differences).containsOnlyKeys(ALLOWED.keySet());
    }

    @Test
    void asksForTheSameKindOfToken() {
        JsonNode our = ours.components().path("securitySchemes").path("bearerAuth");
        JsonNode their = published.components().path("securitySchemes").path("bearerAuth");

        assertThat(our.path("type")).isEqualTo(their.path("type"));
        assertThat(our.path("scheme")).isEqualTo(their.path("scheme"));
    }

    private static OpenApiDocument published() {
        Path here = Path.of("").toAbsolutePath();
        Path file = Stream.iterate(here, directory -> directory != null, Path::getParent)
                .map(directory -> directory.resolve(PUBLISHED))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
        assumeTrue(file != null, "skipped: there is no " + PUBLISHED + " beside the repository to compare with");
        try {
            return new OpenApiDocument(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
