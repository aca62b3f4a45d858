package dev.capy.server.capx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.capx.activity.Actor;
import dev.capy.core.capx.activity.Happening;
import dev.capy.server.wire.Wire;

/** Activity on the wire. Thread-safe. */
final class ActivityJson {

    private ActivityJson() {}

    static ObjectNode wire(Activity activity) {
        Happening what = activity.what();
        ObjectNode wire = Wire.object()
                .put("id", activity.id())
                .put("type", what.type().word())
                .put("action", what.action());
        wire.set("actor", actor(what.actor()));
        wire.put("summary", what.summary());
        wire.putObject("resource")
                .put("type", what.resource().type())
                .put("id", what.resource().id());
        return wire.put("company_id", activity.place().companyId())
                .put("cost", what.cost())
                .put("timestamp", CapxWire.time(activity.timestamp()));
    }

    private static ObjectNode actor(Actor actor) {
        return Wire.object()
                .put("type", actor.type())
                .put("id", actor.agentId())
                .put("role", actor.role());
    }
}
