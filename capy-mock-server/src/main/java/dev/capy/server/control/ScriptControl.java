package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.Projects;
import dev.capy.core.script.Script;
import dev.capy.core.script.Scripts;
import dev.capy.server.fixture.ScriptsJson;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The operations tagged {@code scripts}. */
final class ScriptControl {

    JsonNode list(ControlCall call) {
        Scripts scripts = call.world().scripts();
        return call.world().read(view -> wire(view, scripts));
    }

    JsonNode add(ControlCall call) {
        List<Script> added = ScriptsJson.read(call.body().get("scripts"));
        boolean first = call.body().path("first").asBoolean(false);
        Scripts scripts = call.world().scripts();
        return call.world().write(tx -> {
            if (first) {
                addFirst(tx, call.world(), added);
            } else {
                add(tx, call.world(), added);
            }
            return wire(tx, scripts);
        });
    }

    /** After all others. */
    static void add(Tx tx, CapyWorld world, List<Script> added) {
        requireUsable(tx, world.projects(), added);
        added.forEach(script -> world.scripts().add(tx, script));
    }

    /** In front of all others, in the order in which they are given. */
    private static void addFirst(Tx tx, CapyWorld world, List<Script> added) {
        requireUsable(tx, world.projects(), added);
        List<Script> lastFirst = new ArrayList<>(added);
        Collections.reverse(lastFirst);
        lastFirst.forEach(script -> world.scripts().addFirst(tx, script));
    }

    private static void requireUsable(View view, Projects projects, List<Script> added) {
        List<Violation> violations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < added.size(); i++) {
            String path = "$.scripts[" + i + "]";
            String name = added.get(i).name();
            String projectId = added.get(i).when().projectId();
            if (!names.add(name)) {
                violations.add(new Violation(path + ".name", "there is another script '" + name + "' in this request"));
            }
            if (projectId != null && projects.find(view, projectId).isEmpty()) {
                violations.add(new Violation(
                        path + ".when.project", "must be a project of the world, was '" + projectId + "'"));
            }
        }
        if (!violations.isEmpty()) {
            throw Refusals.ofBody(violations);
        }
    }

    JsonNode remove(ControlCall call) {
        Scripts scripts = call.world().scripts();
        return call.world().write(tx -> {
            String name = KnownName.require(
                    "script", call.path("name"), scripts.all(tx).map(Scripts.Entry::name));
            scripts.remove(tx, name);
            return wire(tx, scripts);
        });
    }

    JsonNode removeAll(ControlCall call) {
        Scripts scripts = call.world().scripts();
        return call.world().write(tx -> {
            scripts.all(tx).map(Scripts.Entry::name).toList().forEach(name -> scripts.remove(tx, name));
            return wire(tx, scripts);
        });
    }

    private static JsonNode wire(View view, Scripts scripts) {
        ObjectNode wire = Wire.object();
        wire.set("scripts", Wire.array(scripts.all(view), ScriptJson::entry));
        wire.set("unused", Wire.texts(scripts.unused(view)));
        return wire;
    }
}
