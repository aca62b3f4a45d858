package dev.capy.core.capx.playbook;

import dev.capy.core.capx.value.Json;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.kernel.error.Invalid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a playbook says, in any of the dialects that the documentation shows. Thread-safe. */
final class DefinitionReader {

    private static final Pattern CONDITION =
            Pattern.compile("(?:\\$\\{)?\\s*steps\\.([\\w-]+)\\.score\\s*}?\\s*<\\s*([0-9.]{1,20})\\s*}?");
    private static final int MOST_RETRIES = 2;

    private final StructuredText structuredText;

    DefinitionReader(StructuredText structuredText) {
        this.structuredText = structuredText;
    }

    /**
     * The definition that a text gives.
     *
     * @param name what it is called where it does not say so
     * @throws Invalid when it is malformed, or makes no sense
     */
    Definition read(String name, String text) {
        Map<?, ?> root = object("$.yaml", parse(text));
        return new Definition(
                first(root, "name", "playbook").map(String::valueOf).orElse(name),
                first(root, "version")
                        .map(value -> whole("$.yaml.version", value))
                        .orElse(1),
                trigger(root),
                inputs(root),
                steps(root),
                first(root, "rubric")
                        .map(value -> object("$.yaml.rubric", value).get("max_cost"))
                        .map(value -> number("$.yaml.rubric.max_cost", value))
                        .orElse(null));
    }

    private @Nullable Object parse(String text) {
        try {
            return structuredText.parse(text);
        } catch (Invalid e) {
            throw Invalid.at("$.yaml", e.getMessage());
        }
    }

    private static Trigger trigger(Map<?, ?> root) {
        Object given = root.get("trigger");
        Map<?, ?> trigger = given instanceof Map<?, ?> map ? map : Map.of();
        Optional<String> cron = first(trigger, "schedule", "cron")
                .or(() -> first(root, "schedule"))
                .map(String::valueOf);
        if (cron.isPresent()) {
            return Trigger.schedule(cron.get());
        }
        Object type = given instanceof Map ? trigger.get("type") : given;
        Optional<String> event = first(trigger, "event").map(String::valueOf);
        if ("webhook".equals(type)) {
            return new Trigger(Trigger.Type.WEBHOOK, null, event.orElse(null));
        }
        return event.isPresent() ? new Trigger(Trigger.Type.EVENT, null, event.get()) : Trigger.MANUAL;
    }

    private static SortedMap<String, Input> inputs(Map<?, ?> root) {
        SortedMap<String, Input> inputs = new TreeMap<>();
        first(root, "inputs")
                .map(value -> object("$.yaml.inputs", value))
                .ifPresent(map -> map.forEach(
                        (name, value) -> inputs.put(String.valueOf(name), input("$.yaml.inputs." + name, value))));
        return inputs;
    }

    private static Input input(String path, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return new Input(type(path, value == null ? "string" : value), true, null);
        }
        Object otherwise = map.get("default");
        return new Input(
                first(map, "type").map(word -> type(path + ".type", word)).orElse(InputType.STRING),
                Boolean.TRUE.equals(map.get("required")),
                otherwise == null ? null : Json.of(otherwise));
    }

    private static InputType type(String path, Object word) {
        InputType type = InputType.of(String.valueOf(word).toLowerCase(Locale.ROOT));
        if (type == null) {
            throw Invalid.at(
                    path, "must be one of string, number, integer, boolean, array, object; was '" + word + "'");
        }
        return type;
    }

    private static List<Step> steps(Map<?, ?> root) {
        if (!(root.get("steps") instanceof List<?> list)) {
            throw Invalid.at("$.yaml.steps", "must be a list of steps");
        }
        Object role = root.get("role");
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            steps.add(step("$.yaml.steps[" + i + "]", object("$.yaml.steps[" + i + "]", list.get(i)), i + 1, role));
        }
        return steps;
    }

    private static Step step(String path, Map<?, ?> step, int number, @Nullable Object usualRole) {
        String id = first(step, "id", "name").map(String::valueOf).orElse("step-" + number);
        if (step.containsKey("if")) {
            return jump(path, id, step);
        }
        SortedMap<String, Json> with = new TreeMap<>();
        first(step, "with", "params")
                .map(value -> object(path + ".with", value))
                .ifPresent(map -> map.forEach((name, value) -> with.put(String.valueOf(name), Json.of(value))));
        SortedMap<String, BigDecimal> rubric = new TreeMap<>();
        first(step, "rubric")
                .map(value -> object(path + ".rubric", value))
                .ifPresent(map -> map.forEach(
                        (name, value) -> rubric.put(String.valueOf(name), number(path + ".rubric." + name, value))));
        return new Step.Work(
                id,
                first(step, "role", "agent")
                        .or(() -> Optional.ofNullable(usualRole))
                        .map(String::valueOf)
                        .orElse("strategist"),
                first(step, "tool", "action")
                        .map(String::valueOf)
                        .orElseThrow(() -> Invalid.at(path, "must have a tool or an action")),
                with,
                "required".equals(step.get("approval")) || Boolean.TRUE.equals(step.get("approval")),
                rubric);
    }

    private static Step jump(String path, String id, Map<?, ?> step) {
        Matcher condition = CONDITION.matcher(String.valueOf(step.get("if")).strip());
        if (!condition.matches()) {
            throw Invalid.at(path + ".if", "must look like steps.draft.score < 0.8, was '" + step.get("if") + "'");
        }
        return new Step.Jump(
                id,
                condition.group(1),
                number(path + ".if", condition.group(2)),
                first(step, "goto")
                        .map(String::valueOf)
                        .orElseThrow(() -> Invalid.at(path + ".goto", "is missing: where to go then")),
                first(step, "max_retries")
                        .map(value -> whole(path + ".max_retries", value))
                        .orElse(MOST_RETRIES));
    }

    private static Optional<Object> first(Map<?, ?> map, String... keys) {
        for (String key : keys) {
            Object value = map.get(key);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static Map<?, ?> object(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw Invalid.at(path, "must be an object, was " + value);
    }

    private static int whole(String path, Object value) {
        try {
            return number(path, value).intValueExact();
        } catch (ArithmeticException e) {
            throw Invalid.at(path, "must be a whole number, was " + value);
        }
    }

    private static BigDecimal number(String path, @Nullable Object value) {
        try {
            return new BigDecimal(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw Invalid.at(path, "must be a number, was " + value);
        }
    }
}
