package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.SetupCommand;
import dev.capy.core.provisioning.StepLog;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.PoolStatus;
import dev.capy.core.warmpool.WarmPool;
import dev.capy.core.warmpool.WarmPoolConfig;
import dev.capy.server.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Warm pools and their instances on the wire. */
final class WarmPoolJson {

    private WarmPoolJson() {}

    static JsonNode config(Optional<WarmPool> pool) {
        return pool.<JsonNode>map(WarmPoolJson::config).orElse(JsonNodeFactory.instance.nullNode());
    }

    private static ObjectNode config(WarmPool pool) {
        WarmPoolConfig config = pool.config();
        ObjectNode wire = Wire.object()
                .put("enabled", config.enabled())
                .put("targetSize", config.targetSize())
                .put("maxAgeMinutes", config.maxAgeMinutes())
                .put("branch", config.branch());
        wire.set("setupCommands", commands(config.setupCommands()));
        return wire.put("createdAt", Wire.time(pool.createdAt())).put("updatedAt", Wire.time(pool.updatedAt()));
    }

    private static JsonNode commands(@Nullable List<SetupCommand> commands) {
        return commands == null
                ? JsonNodeFactory.instance.nullNode()
                : Wire.array(commands.stream(), WarmPoolJson::command);
    }

    private static ObjectNode command(SetupCommand command) {
        ObjectNode wire = Wire.object().put("name", command.name()).put("command", command.command());
        return command.background() ? wire.put("background", true) : wire;
    }

    static ObjectNode status(PoolStatus status) {
        return Wire.object()
                .put("ready", status.ready())
                .put("provisioning", status.provisioning())
                .put("failed", status.failed());
    }

    static JsonNode metadata(Optional<WarmPool> pool) {
        return pool.<JsonNode>map(found -> Wire.object()
                        .put("lastProvisionedAt", Wire.timeOrNull(found.lastProvisionedAt()))
                        .put("lastClaimedAt", Wire.timeOrNull(found.lastClaimedAt())))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    static ObjectNode instance(Instance instance) {
        return Wire.object()
                .put("id", instance.id())
                .put("instanceId", instance.vmId())
                .put("status", instance.status().word())
                .put("isTest", instance.isTest())
                .put("failureReason", instance.failureReason())
                .put("provisionedAt", Wire.timeOrNull(instance.provisionedAt()))
                .put("createdAt", Wire.time(instance.createdAt()));
    }

    static ObjectNode detail(Instance instance, Provisioning provisioning, Instant now) {
        ObjectNode wire = instance(instance);
        wire.set("summary", summary(provisioning, now));
        wire.set("steps", Wire.array(provisioning.log().stream(), WarmPoolJson::step));
        return wire;
    }

    private static ObjectNode summary(Provisioning provisioning, Instant now) {
        Optional<StepLog> failure = provisioning.failure();
        return Wire.object()
                .put("success", provisioning.status() == Provisioning.Status.READY)
                .put("totalDurationMs", provisioning.elapsed(now).toMillis())
                .put("failedStep", failure.map(StepLog::name).orElse(null))
                .put("error", failure.map(StepLog::error).orElse(null))
                .put("completedSteps", provisioning.completedSteps())
                .put("totalSteps", provisioning.totalSteps());
    }

    private static ObjectNode step(StepLog step) {
        ObjectNode wire = Wire.object().put("name", step.name()).put("status", step.isSuccess() ? "success" : "error");
        if (step.error() != null) {
            wire.put("error", step.error());
        }
        if (step.output() != null) {
            wire.put("output", step.output());
        }
        wire.put("durationMs", step.duration().toMillis()).put("timestamp", Wire.time(step.startedAt()));
        if (!step.metadata().isEmpty()) {
            ObjectNode metadata = wire.putObject("metadata");
            step.metadata().forEach(metadata::put);
        }
        return wire;
    }

    /** The commands that a body asks for; null where it asks for none. */
    static @Nullable List<SetupCommand> readCommands(JsonNode commands) {
        if (!(commands instanceof ArrayNode array)) {
            return null;
        }
        return Wire.elements(array)
                .map(command -> new SetupCommand(
                        command.get("name").textValue(),
                        command.get("command").textValue(),
                        command.path("background").asBoolean(false)))
                .toList();
    }
}
