package dev.capy.core.shell;

import dev.capy.core.kernel.Secret;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Environment variables whose values never show: not in a record's text, a log, a dump. Whoever hands them to a program
 * says so with {@link #reveal}. Immutable and thread-safe.
 *
 * @param variables the values by name
 */
public record Environment(SortedMap<String, Secret> variables) {

    /** No variables. */
    public static final Environment EMPTY = new Environment(Collections.emptySortedMap());

    public Environment {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    /** Variables with these values. */
    public static Environment of(Map<String, String> values) {
        SortedMap<String, Secret> variables = new TreeMap<>();
        values.forEach((name, value) -> variables.put(name, Secret.of(value)));
        return new Environment(variables);
    }

    /** These variables and the others; where both have a name, the other's value counts. */
    public Environment overriddenBy(Environment other) {
        SortedMap<String, Secret> all = new TreeMap<>(variables);
        all.putAll(other.variables);
        return new Environment(all);
    }

    /** These variables but for those that {@code other} has with the same value. */
    public Environment without(Environment other) {
        SortedMap<String, Secret> rest = new TreeMap<>(variables);
        rest.entrySet().removeAll(other.variables.entrySet());
        return new Environment(rest);
    }

    /** What a program sees: the values by name. */
    public SortedMap<String, String> reveal() {
        SortedMap<String, String> values = new TreeMap<>();
        variables.forEach((name, value) -> values.put(name, value.reveal()));
        return values;
    }

    /**
     * {@code text} with every place blotted out where a value shows: plainly, as {@link #quoted} writes it, or one of its
     * lines. What is shorter than {@value Redaction#SHORTEST} characters is left: it would blot out everything.
     */
    public String redact(String text) {
        Redaction redaction = new Redaction(text);
        for (Secret variable : variables.values()) {
            String value = variable.reveal();
            redaction.hide(value);
            redaction.hide(escaped(value));
            value.lines().forEach(redaction::hide);
        }
        return redaction.text();
    }

    /** A value between single quotes, as a shell reads it. */
    public static String quoted(String value) {
        return "'" + escaped(value) + "'";
    }

    private static String escaped(String value) {
        return value.replace("'", "'\\''");
    }
}
