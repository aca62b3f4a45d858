package dev.capy.core.capx.playbook;

import dev.capy.core.capx.value.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** A step of a playbook. */
public sealed interface Step {

    /** What it is called in its playbook. */
    String id();

    /**
     * An agent uses a tool.
     *
     * @param id what it is called
     * @param role the role of the agent
     * @param tool the tool, or the action that stands for one
     * @param with what the tool is given; texts may name {@code ${inputs.x}} and {@code ${steps.x.output}}
     * @param gated whether a person approves it first
     * @param rubric what its output must reach, from 0 to 1 for each criterion
     */
    record Work(
            String id,
            String role,
            String tool,
            SortedMap<String, Json> with,
            boolean gated,
            SortedMap<String, BigDecimal> rubric)
            implements Step {

        public Work {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(tool, "tool");
            with = Collections.unmodifiableSortedMap(new TreeMap<>(with));
            rubric = Collections.unmodifiableSortedMap(new TreeMap<>(rubric));
        }
    }

    /**
     * Goes back or on to another step if a score is low.
     *
     * @param id what it is called
     * @param scored the step whose score counts
     * @param below which score is low, from 0 to 1
     * @param target where to go then
     * @param most how often that may happen
     */
    record Jump(String id, String scored, BigDecimal below, String target, int most) implements Step {

        public Jump {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(scored, "scored");
            Objects.requireNonNull(below, "below");
            Objects.requireNonNull(target, "target");
        }
    }
}
