package dev.capy.core.provisioning;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be done to make a virtual machine ready. Shared by all machines that are made alike.
 *
 * @param steps in order; the first failure ends it
 * @param variables the environment of the commands, and what is written to {@code /home/.env}
 */
public record Plan(List<Step> steps, SortedMap<String, String> variables) {

    public Plan {
        steps = List.copyOf(steps);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }
}
