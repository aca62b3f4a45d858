package dev.capy.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.contract.Conformance.Allowance;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our documents say of every operation what the published ones say, except what is listed here with its reason. */
class PublishedContractTest {

    private static final String IDENTIFIERS_TOO =
            "a task may be named by its identifier, such as DEMO-12, which is no UUID";

    private static final String STILL_SERVED =
            "the index of the API lists it although the document of this edition does not; its shape is inferred";

    private static final String SECRET = "marks a secret, which no error may repeat; allows and forbids nothing";

    private static final List<Allowance> ALLOWED = List.of(
            new Allowance("*", "getTask/parameters/path taskId/schema/format", IDENTIFIERS_TOO),
            new Allowance("*", "getTaskDiff/parameters/path taskId/schema/format", IDENTIFIERS_TOO),
            new Allowance("capy-2026-06", "createTask", STILL_SERVED),
            new Allowance("capy-2026-06", "listTasks", STILL_SERVED),
            new Allowance("capy-2026-06", "startTask", STILL_SERVED),
            new Allowance("capy-2026-06", "stopTask", STILL_SERVED),
            new Allowance("capy-2026-06", "sendTaskMessage", STILL_SERVED),
            new Allowance("capy-2026-06", "createTaskPullRequest", STILL_SERVED),
            new Allowance("*", "upsertPersonalEnvironmentVariables/body/*/value/writeOnly", SECRET),
            new Allowance("*", "*Automation*/webhookSecret/writeOnly", SECRET));

    @BeforeEach
    void needsThePublishedDocuments() {
        assumeTrue(
                Documents.published().isPresent(),
                "skipped: there is no shared/spec/published beside the repository to compare with");
    }

    @Test
    void comparesEveryEditionThatWasPublished() {
        assertThat(Documents.editions())
                .filteredOn(edition -> Documents.published(edition).isPresent())
                .containsExactly("capy-2026-06", "capy-2026-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"capy-2026-06", "capy-2026-07"})
    void saysOfEachOperationWhatIsPublishedExceptWhatIsAllowed(String edition) {
        Conformance conformance = Conformance.of(edition, OpenApiDocument.read(edition), published(edition), ALLOWED);

        System.out.println(conformance);

        assertThat(conformance.differences()).isEmpty();
        assertThat(conformance.unused()).as("allowances without a difference").isEmpty();
        assertThat(conformance.operations()).containsAll(conformance.published());
    }

    @ParameterizedTest
    @ValueSource(strings = {"capy-2026-06", "capy-2026-07"})
    void asksForTheSameKindOfToken(String edition) {
        JsonNode our = scheme(OpenApiDocument.read(edition));
        JsonNode their = scheme(published(edition));

        assertThat(our.path("type")).isEqualTo(their.path("type"));
        assertThat(our.path("scheme")).isEqualTo(their.path("scheme"));
    }

    private static JsonNode scheme(OpenApiDocument document) {
        return document.components().path("securitySchemes").path("bearerAuth");
    }

    private static OpenApiDocument published(String edition) {
        return Documents.published(edition).orElseThrow();
    }
}
