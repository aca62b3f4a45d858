package dev.capy.core.capx.webhook;

import dev.capy.core.capx.activity.Activity;
import dev.capy.core.capx.activity.Actor;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.value.Json;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What webhooks are told of something that happened. Its shape is not documented by the vendor. */
final class Payload {

    private Payload() {}

    static String of(Activity activity) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", activity.id());
        body.put("type", activity.what().event());
        body.put("created_at", time(activity));
        body.put("data", data(activity));
        return Json.of(body).text();
    }

    private static Map<String, Object> data(Activity activity) {
        Happening what = activity.what();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", activity.id());
        data.put("company_id", activity.place().companyId());
        data.put("type", what.type().word());
        data.put("action", what.action());
        data.put("actor", actor(what.actor()));
        data.put("summary", what.summary());
        data.put("resource", resource(what));
        data.put("cost", what.cost());
        data.put("timestamp", time(activity));
        return data;
    }

    private static Map<String, Object> actor(Actor actor) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("type", actor.type());
        if (actor.agentId() != null) {
            wire.put("id", actor.agentId());
            wire.put("role", actor.role());
        }
        return wire;
    }

    private static Map<String, Object> resource(Happening what) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("type", what.resource().type());
        wire.put("id", what.resource().id());
        return wire;
    }

    private static String time(Activity activity) {
        return activity.timestamp().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
