package dev.capy.server.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.capy.core.kernel.BoundedRegex;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a value should be. Immutable and thread-safe. */
public final class Match {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rule rule;
    private final String wording;
    private final Optional<JsonNode> exactly;

    private Match(Rule rule, String wording, Optional<JsonNode> exactly) {
        this.rule = rule;
        this.wording = wording;
        this.exactly = exactly;
    }

    private Match(Rule rule, String wording) {
        this(rule, wording, Optional.empty());
    }

    /** Says of all values that were found whether they are right. */
    @FunctionalInterface
    private interface Rule {
        boolean holds(List<JsonNode> found);
    }

    /** This text. */
    public static Match equalTo(String text) {
        return equal(JSON.getNodeFactory().textNode(Objects.requireNonNull(text, "text")));
    }

    /** This number, however it is written. */
    public static Match equalTo(Number number) {
        return equal(JSON.valueToTree(Objects.requireNonNull(number, "number")));
    }

    public static Match equalTo(boolean value) {
        return equal(JSON.getNodeFactory().booleanNode(value));
    }

    /** Null, which is not the same as {@link #absent()}. */
    public static Match isNull() {
        return equal(NullNode.getInstance());
    }

    /**
     * The value that this JSON says, whatever the order of its fields.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    public static Match equalToJson(String json) {
        try {
            return equal(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("must be JSON, was " + json, e);
        }
    }

    private static Match equal(JsonNode expected) {
        return new Match(
                found -> found.stream().anyMatch(value -> Differences.same(expected, value)),
                "is " + expected,
                Optional.of(expected));
    }

    /** A text with this in it, or a list that has it as an element. */
    public static Match containing(String part) {
        return new Match(
                found -> found.stream().anyMatch(value -> contains(value, part)),
                "contains " + Differences.quoted(part));
    }

    private static boolean contains(JsonNode value, String part) {
        if (value.isArray()) {
            return Stream.iterate(0, i -> i < value.size(), i -> i + 1)
                    .anyMatch(i -> part.equals(value.get(i).textValue()));
        }
        return !value.isNull() && value.isValueNode() && value.asText().contains(part);
    }

    /**
     * A text in which this regular expression is found.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Match matching(String regex) {
        BoundedRegex.complaint(regex).ifPresent(complaint -> {
            throw new IllegalArgumentException(complaint);
        });
        return new Match(
                found -> found.stream()
                        .anyMatch(value ->
                                value.isValueNode() && !value.isNull() && BoundedRegex.find(regex, value.asText())),
                "matches /" + regex + "/");
    }

    /** Anything, null included. */
    public static Match present() {
        return new Match(found -> !found.isEmpty(), "is there");
    }

    /** Nothing. */
    public static Match absent() {
        return new Match(List::isEmpty, "is not there");
    }

    /** What one of these says. */
    public static Match anyOf(Match... matches) {
        List<Match> all = List.of(matches);
        return new Match(
                found -> all.stream().anyMatch(match -> match.holds(found)),
                all.stream().map(Match::toString).collect(Collectors.joining(" or ")));
    }

    boolean holds(List<JsonNode> found) {
        return rule.holds(found);
    }

    /** The one value that is right; null when it is not one alone. */
    @Nullable
    JsonNode exactly() {
        return exactly.orElse(null);
    }

    /** What it says, for example {@code contains "login"}. */
    @Override
    public String toString() {
        return wording;
    }
}
