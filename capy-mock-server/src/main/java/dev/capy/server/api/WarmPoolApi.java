package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.project.Project;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.WarmPool;
import dev.capy.core.warmpool.WarmPoolConfig;
import dev.capy.core.warmpool.WarmPools;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The operations tagged {@code warm-pool}. */
final class WarmPoolApi {

    JsonNode get(Call call) {
        WarmPools pools = call.world().warmPools();
        return call.world().read(view -> {
            Project project = PathProject.of(view, call);
            Optional<WarmPool> pool = pools.find(view, project.id());
            ObjectNode answer = Wire.object().put("allowed", pools.isAllowed(view, project));
            answer.set("config", WarmPoolJson.config(pool));
            answer.set("status", WarmPoolJson.status(pools.status(view, project.id())));
            answer.set("metadata", WarmPoolJson.metadata(pool));
            return answer;
        });
    }

    JsonNode update(Call call) {
        WarmPools pools = call.world().warmPools();
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            WarmPool pool = pools.update(tx, project, change(call.body()));
            ObjectNode answer = Wire.object();
            answer.set("config", WarmPoolJson.config(Optional.of(pool)));
            answer.set("status", WarmPoolJson.status(pools.status(tx, project.id())));
            return answer;
        });
    }

    JsonNode test(Call call) {
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            Optional<UnaryOperator<WarmPoolConfig>> save =
                    call.body().has("setupCommands") ? Optional.of(change(call.body())) : Optional.empty();
            Instance started = call.world().warmPools().test(tx, project, save);
            return Wire.object().put("id", started.id());
        });
    }

    JsonNode instances(Call call) {
        Optional<String> status = call.query().text("status");
        return call.world().read(view -> {
            Project project = PathProject.of(view, call);
            ObjectNode answer = Wire.object();
            answer.set(
                    "items",
                    Wire.array(
                            call.world()
                                    .warmPools()
                                    .instances(view, project.id())
                                    .filter(instance -> status.filter(wanted -> !wanted.equals(
                                                    instance.status().word()))
                                            .isEmpty())
                                    .limit(call.query().integer("limit")),
                            WarmPoolJson::instance));
            return answer;
        });
    }

    JsonNode instance(Call call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            Project project = PathProject.of(view, call);
            Instance instance = world.warmPools().instance(view, project.id(), call.path("id"));
            return WarmPoolJson.detail(instance, world.warmPools().provisioning(view, instance), view.now());
        });
    }

    JsonNode clear(Call call) {
        WarmPools pools = call.world().warmPools();
        boolean replenish = call.body().path("replenish").asBoolean(false);
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            ObjectNode answer = Wire.object().put("cleared", pools.clear(tx, project, replenish));
            answer.set("status", WarmPoolJson.status(pools.status(tx, project.id())));
            return answer;
        });
    }

    /** What becomes of a configuration: only what the body names changes. */
    private static UnaryOperator<WarmPoolConfig> change(JsonNode body) {
        return before -> {
            WarmPoolConfig after = before;
            if (body.has("enabled")) {
                after = after.withEnabled(body.get("enabled").booleanValue());
            }
            if (body.has("targetSize")) {
                after = after.withTargetSize(whole(body, "targetSize"));
            }
            if (body.has("maxAgeMinutes")) {
                after = after.withMaxAgeMinutes(whole(body, "maxAgeMinutes"));
            }
            if (body.has("branch")) {
                after = after.withBranch(Wire.text(body, "branch"));
            }
            if (body.has("setupCommands")) {
                after = after.withSetupCommands(WarmPoolJson.readCommands(body.get("setupCommands")));
            }
            return after;
        };
    }

    /** The document allows any number; a pool has whole machines and whole minutes. */
    private static int whole(JsonNode body, String name) {
        BigDecimal number = body.get(name).decimalValue();
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw Refusals.ofBody("$." + name, "must be a whole number, was " + number);
        }
    }
}
