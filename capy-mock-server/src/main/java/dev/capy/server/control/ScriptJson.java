package dev.capy.server.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.script.Script;
import dev.capy.core.script.Scripts;
import dev.capy.core.script.When;
import dev.capy.core.script.When.Prompt;
import dev.capy.server.wire.Wire;

/** Scripts on the wire. */
final class ScriptJson {

    private ScriptJson() {}

    static ObjectNode entry(Scripts.Entry entry) {
        Script script = entry.script();
        ObjectNode wire = Wire.object()
                .put("name", script.name())
                .put("agent", script.agent().word());
        if (!script.when().equals(When.ALWAYS)) {
            wire.set("when", when(script.when()));
        }
        return wire.put("steps", steps(script)).put("uses", entry.uses()).put("fitting", entry.fitting());
    }

    private static int steps(Script script) {
        if (script instanceof Script.OfCaptain captain) {
            return captain.steps().size();
        } else if (script instanceof Script.OfBuild build) {
            return build.steps().size();
        } else if (script instanceof Script.OfCompany company) {
            return company.steps().size();
        }
        return ((Script.OfReview) script).steps().size();
    }

    /** What it says, and nothing of what it leaves open. */
    private static ObjectNode when(When when) {
        ObjectNode wire = Wire.object();
        if (when.projectId() != null) {
            wire.put("project", when.projectId());
        }
        if (when.prompt() != null) {
            wire.set("prompt", prompt(when.prompt()));
        }
        if (when.tag() != null) {
            wire.put("tag", when.tag());
        }
        if (when.origin() != null) {
            wire.put("origin", when.origin().word());
        }
        return when.nth() == 0 ? wire : wire.put("nth", when.nth());
    }

    private static ObjectNode prompt(Prompt prompt) {
        if (prompt instanceof Prompt.Containing containing) {
            return Wire.object().put("text", containing.text());
        } else if (prompt instanceof Prompt.Exactly exactly) {
            return Wire.object().put("exact", exactly.text());
        }
        return Wire.object().put("regex", ((Prompt.Matching) prompt).regex());
    }
}
