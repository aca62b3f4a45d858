package dev.capy.core.capx.playbook;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a playbook says.
 *
 * @param name what it is called
 * @param version from 1
 * @param trigger what has it run
 * @param inputs what its runs are given
 * @param steps what is done, in order
 * @param maxCost a run that has taken more credits than that has failed; null for any number
 */
public record Definition(
        String name,
        int version,
        Trigger trigger,
        SortedMap<String, Input> inputs,
        List<Step> steps,
        @Nullable BigDecimal maxCost) {

    /** @throws Invalid when it makes no sense, saying all that is wrong with it */
    public Definition {
        Objects.requireNonNull(trigger, "trigger");
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        steps = List.copyOf(steps);
        List<Violation> violations = violations(name, version, trigger, inputs, steps);
        if (!violations.isEmpty()) {
            throw new Invalid("The playbook cannot be used: " + violations.get(0), violations);
        }
    }

    private static List<Violation> violations(
            String name, int version, Trigger trigger, Map<String, Input> inputs, List<Step> steps) {
        List<Violation> violations = new ArrayList<>();
        if (name.isBlank()) {
            violations.add(new Violation("$.yaml.name", "must not be blank"));
        }
        if (version < 1) {
            violations.add(new Violation("$.yaml.version", "must be 1 or more, was " + version));
        }
        if (steps.isEmpty()) {
            violations.add(new Violation("$.yaml.steps", "must have at least one step"));
        }
        inputs.forEach((input, what) -> checkInput(violations, trigger, "$.yaml.inputs." + input, what));
        checkSteps(violations, steps);
        return violations;
    }

    private static void checkInput(List<Violation> violations, Trigger trigger, String path, Input input) {
        if (input.otherwise() != null && !input.type().fits(input.otherwise())) {
            violations.add(new Violation(
                    path + ".default",
                    "must be of the type " + input.type().word() + ", was "
                            + input.otherwise().text()));
        }
        if (input.required() && input.otherwise() == null && trigger.type() == Trigger.Type.SCHEDULE) {
            violations.add(new Violation(path + ".default", "is missing: nobody gives a scheduled run its inputs"));
        }
    }

    private static void checkSteps(List<Violation> violations, List<Step> steps) {
        Set<String> ids = new HashSet<>();
        Set<String> working = new HashSet<>();
        for (Step step : steps) {
            if (!ids.add(step.id())) {
                violations.add(new Violation("$.yaml.steps", "there is another step '" + step.id() + "'"));
            }
            if (step instanceof Step.Work) {
                working.add(step.id());
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            checkStep(violations, "$.yaml.steps[" + i + "]", steps.get(i), working);
        }
        if (working.isEmpty() && !steps.isEmpty()) {
            violations.add(new Violation("$.yaml.steps", "must have at least one step in which something is done"));
        }
    }

    private static void checkStep(List<Violation> violations, String path, Step step, Set<String> working) {
        if (step instanceof Step.Work work) {
            work.rubric().forEach((criterion, least) -> {
                if (!isScore(least)) {
                    violations.add(new Violation(path + ".rubric." + criterion, "must be from 0 to 1, was " + least));
                }
            });
        } else if (step instanceof Step.Jump jump) {
            Stream.of(jump.scored(), jump.target())
                    .filter(named -> !working.contains(named))
                    .forEach(named -> violations.add(
                            new Violation(path, "must name a step in which something is done, was '" + named + "'")));
            if (jump.most() < 1 || !isScore(jump.below())) {
                violations.add(new Violation(path, "must have a score from 0 to 1 and max_retries of 1 or more"));
            }
        }
    }

    private static boolean isScore(BigDecimal score) {
        return score.signum() >= 0 && score.compareTo(BigDecimal.ONE) <= 0;
    }

    /** Where the step of this id stands, from 0. */
    int place(String stepId) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(stepId)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no step " + stepId);
    }
}
