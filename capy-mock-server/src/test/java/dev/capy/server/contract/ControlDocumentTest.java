package dev.capy.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for the document of the control plane. */
class ControlDocumentTest {

    private final OpenApiDocument document = OpenApiDocument.read("control");

    @Test
    void compilesAsAWhole() {
        Edition control = new Edition("control", document);

        control.warmUp();

        assertThat(control.operations())
                .extracting(Operation::tag)
                .isSubsetOf(document.root().path("tags").findValuesAsText("name"));
    }

    @Test
    void saysOfEveryOperationWhatItDoes() {
        for (JsonNode path : document.root().path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asText())
                        .as(operation.path("operationId").asText())
                        .isNotBlank();
            }
        }
    }

    @Test
    void holdsNothingThatIsNotUsed() {
        Set<String> declared = new TreeSet<>();
        for (String kind : List.of("parameters", "responses", "schemas")) {
            document.components()
                    .path(kind)
                    .fieldNames()
                    .forEachRemaining(name -> declared.add("#/components/" + kind + "/" + name));
        }

        Set<String> used = new TreeSet<>();
        document.root().findValues("$ref").forEach(reference -> used.add(reference.asText()));

        assertThat(used).isEqualTo(declared);
    }
}
