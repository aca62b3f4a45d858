package dev.capy.core.provisioning;

import dev.capy.core.shell.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is to be done to make a virtual machine ready. Shared by all machines that are made alike.
 *
 * @param steps in order; the first failure ends it
 * @param variables the environment of the commands, and what is written to {@code /home/.env}
 */
public record Plan(List<Step> steps, Environment variables) {

    public Plan {
        steps = List.copyOf(steps);
        Objects.requireNonNull(variables, "variables");
    }

    /** This one with another step before it. */
    Plan after(Step first) {
        List<Step> all = new ArrayList<>(steps.size() + 1);
        all.add(first);
        all.addAll(steps);
        return new Plan(all, variables);
    }

    /** The same with other variables. */
    public Plan in(Environment environment) {
        return new Plan(steps, environment);
    }
}
