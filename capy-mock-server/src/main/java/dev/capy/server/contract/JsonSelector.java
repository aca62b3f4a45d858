package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON path that finds values: {@code $.tags[0]}, {@code $.items[*].id}, {@code $..webhookUrl},
 * {@code $['odd name']}. Immutable and thread-safe.
 */
public final class JsonSelector {

    private static final Pattern STEP =
            Pattern.compile("\\.\\.([A-Za-z_][\\w-]*)|\\.([A-Za-z_][\\w-]*)|\\[(\\d{1,9}|\\*)]|\\['([^']*)']|\\.(\\*)");

    private final String text;
    private final List<Step> steps;

    private JsonSelector(String text, List<Step> steps) {
        this.text = text;
        this.steps = steps;
    }

    /**
     * A value that was found.
     *
     * @param pointer where, as a JSON pointer
     */
    public record Match(String pointer, JsonNode value) {}

    private sealed interface Step {}

    private record Name(String name) implements Step {}

    private record Anywhere(String name) implements Step {}

    private record Index(int index) implements Step {}

    private record Each() implements Step {}

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException when it is none; the message says what one looks like
     */
    public static JsonSelector parse(String path) {
        return tryParse(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be a JSON path such as $.prompt, $.tags[0] or $.items[*].id, was '" + path + "'"));
    }

    /** The path that a text is; empty when it is none. */
    public static Optional<JsonSelector> tryParse(String path) {
        if (!path.startsWith("$")) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path).region(1, path.length());
        int end = 1;
        while (matcher.lookingAt()) {
            steps.add(step(matcher));
            end = matcher.end();
            matcher.region(end, path.length());
        }
        return end == path.length() ? Optional.of(new JsonSelector(path, List.copyOf(steps))) : Optional.empty();
    }

    private static Step step(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Anywhere(matcher.group(1));
        } else if (matcher.group(2) != null) {
            return new Name(matcher.group(2));
        } else if (matcher.group(4) != null) {
            return new Name(matcher.group(4));
        }
        String index = matcher.group(3);
        return index == null || index.equals("*") ? new Each() : new Index(Integer.parseInt(index));
    }

    /** Everything that it finds, in the order of the document. */
    public List<Match> select(JsonNode root) {
        List<Match> found = List.of(new Match("", root));
        for (Step step : steps) {
            List<Match> next = new ArrayList<>();
            found.forEach(match -> follow(step, match, next));
            found = next;
        }
        return found;
    }

    private static void follow(Step step, Match from, List<Match> found) {
        if (step instanceof Name name) {
            add(from, name.name(), found);
        } else if (step instanceof Index index) {
            JsonNode value = from.value().get(index.index());
            if (value != null && from.value().isArray()) {
                found.add(new Match(from.pointer() + "/" + index.index(), value));
            }
        } else if (step instanceof Anywhere anywhere) {
            add(from, anywhere.name(), found);
            children(from).forEach(child -> follow(step, child, found));
        } else {
            found.addAll(children(from));
        }
    }

    private static void add(Match from, String name, List<Match> found) {
        JsonNode value = from.value().get(name);
        if (value != null) {
            found.add(new Match(from.pointer() + "/" + escaped(name), value));
        }
    }

    /** What a value holds. */
    private static List<Match> children(Match from) {
        List<Match> children = new ArrayList<>();
        from.value()
                .properties()
                .forEach(entry ->
                        children.add(new Match(from.pointer() + "/" + escaped(entry.getKey()), entry.getValue())));
        if (from.value().isArray()) {
            for (int i = 0; i < from.value().size(); i++) {
                children.add(new Match(from.pointer() + "/" + i, from.value().get(i)));
            }
        }
        return children;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String toString() {
        return text;
    }
}
