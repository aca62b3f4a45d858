package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The typed values of a checked query, with the defaults of those not given. Immutable and thread-safe.
 *
 * <p>Asking for a parameter that the operation does not declare is a mistake in the program and throws
 * {@link IllegalArgumentException}.
 */
public final class Query {

    private final String operation;
    private final Set<String> declared;
    private final ObjectNode values;

    Query(String operation, Set<String> declared, ObjectNode values) {
        this.operation = operation;
        this.declared = declared;
        this.values = values;
    }

    /** The value of a string parameter. */
    public Optional<String> text(String name) {
        return value(name).map(JsonNode::textValue);
    }

    /** The value of a string parameter; empty too where the operation has none of this name. */
    public Optional<String> textIfDeclared(String name) {
        return declared.contains(name) ? text(name) : Optional.empty();
    }

    /**
     * The value of a string parameter that is required or has a default.
     *
     * @throws NoSuchElementException if it is neither
     */
    public String requiredText(String name) {
        return text(name).orElseThrow();
    }

    /**
     * The value of an integer parameter that is required or has a default, cut to the range of int.
     *
     * @throws NoSuchElementException if it is neither
     */
    public int integer(String name) {
        long value = optionalInteger(name).orElseThrow();
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** The value of an integer parameter. */
    public OptionalLong optionalInteger(String name) {
        return value(name).map(value -> OptionalLong.of(value.longValue())).orElse(OptionalLong.empty());
    }

    /** The value of a number parameter. */
    public OptionalDouble number(String name) {
        return value(name).map(value -> OptionalDouble.of(value.doubleValue())).orElse(OptionalDouble.empty());
    }

    /** The value of a boolean parameter. */
    public Optional<Boolean> flag(String name) {
        return value(name).map(JsonNode::booleanValue);
    }

    /** Whether a parameter is given, or has a default. */
    public boolean has(String name) {
        return value(name).isPresent();
    }

    private Optional<JsonNode> value(String name) {
        if (!declared.contains(name)) {
            throw new IllegalArgumentException(operation + " has no query parameter " + name);
        }
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
