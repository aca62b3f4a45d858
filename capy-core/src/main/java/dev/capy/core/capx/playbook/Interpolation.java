package dev.capy.core.capx.playbook;

import dev.capy.core.capx.value.Json;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a playbook's steps, with what a run was given and has come to in the place of its names. */
final class Interpolation {

    private static final Pattern NAME =
            Pattern.compile("\\$\\{\\s*(inputs|steps)\\.([\\w-]+)(\\.output|\\.score)?\\s*}");

    private Interpolation() {}

    /** What a step's tool is given; names of what is not there stay as they are. */
    static Json with(Run run, Step.Work step) {
        SortedMap<String, Object> filled = new TreeMap<>();
        step.with().forEach((name, value) -> filled.put(name, fill(run, value)));
        return Json.of(filled);
    }

    private static Object fill(Run run, Json value) {
        Object plain = value.plain();
        if (plain instanceof String text) {
            return NAME.matcher(text)
                    .replaceAll(name -> Matcher.quoteReplacement(
                            value(run, name.group(1), name.group(2), String.valueOf(name.group(3)))
                                    .orElse(name.group())));
        }
        return plain == null ? "" : plain;
    }

    private static Optional<String> value(Run run, String what, String name, String part) {
        if (what.equals("inputs")) {
            return Optional.ofNullable(run.inputs().get(name)).map(Json::asText);
        }
        return run.latest(name)
                .flatMap(step -> part.equals(".score")
                        ? Optional.ofNullable(step.score()).map(String::valueOf)
                        : Optional.ofNullable(step.output()));
    }
}
