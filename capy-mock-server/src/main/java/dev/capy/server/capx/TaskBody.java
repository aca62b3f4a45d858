package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.capx.task.NewTask;
import dev.capy.core.capx.task.Priority;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.value.Json;
import dev.capy.server.wire.Wire;
import java.util.Locale;

/** What bodies say of tasks. Thread-safe. */
final class TaskBody {

    private TaskBody() {}

    static NewTask create(JsonNode body) {
        return NewTask.of(body.get("title").textValue())
                .description(Wire.text(body, "description"))
                .agent(Wire.text(body, "agent_id"))
                .priority(priority(body, Priority.MEDIUM))
                .metadata(metadata(body, Json.EMPTY));
    }

    static Task.Said update(JsonNode body, Task.Said before) {
        return before.title(body.path("title").asText(before.title()))
                .description(CapxWire.text(body, "description", before.description()))
                .priority(priority(body, before.priority()))
                .metadata(metadata(body, before.metadata()));
    }

    private static Priority priority(JsonNode body, Priority before) {
        return body.has("priority")
                ? Priority.valueOf(body.get("priority").asText().toUpperCase(Locale.ROOT))
                : before;
    }

    private static Json metadata(JsonNode body, Json before) {
        return body.has("metadata") ? FreeJson.read(body.get("metadata")) : before;
    }
}
