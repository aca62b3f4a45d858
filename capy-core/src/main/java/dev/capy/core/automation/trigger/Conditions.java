package dev.capy.core.automation.trigger;

import dev.capy.core.kernel.BoundedRegex;
import dev.capy.core.kernel.error.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for an event to count: all of it. How texts and bots are looked at is inferred.
 *
 * @param lists the values of which an attribute must have one, by the attribute's name; {@code contains} and
 *     {@code excludes} are about the event's text
 * @param includeBots whether what bots write counts; null for no
 * @param groupingWindowSeconds how long messages are gathered, recorded only; null for the default
 * @param regex what must be found in the event's text; null for anything
 */
public record Conditions(
        SortedMap<String, List<String>> lists,
        @Nullable Boolean includeBots,
        @Nullable Integer groupingWindowSeconds,
        @Nullable String regex) {

    private static final String CONTAINS = "contains";
    private static final String EXCLUDES = "excludes";
    private static final Set<String> ABOUT_TEXT = Set.of(CONTAINS, EXCLUDES);
    private static final String WRITERS = "messageTypes";
    private static final String BOT = "bot";

    public Conditions {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        lists.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        lists = Collections.unmodifiableSortedMap(copy);
    }

    /** Lists alone. */
    public static Conditions of(Map<String, List<String>> lists) {
        return new Conditions(new TreeMap<>(lists), null, null, null);
    }

    boolean match(ExternalEvent event) {
        return admitsWriter(event)
                && matchText(event.text())
                && lists.entrySet().stream()
                        .filter(list -> !ABOUT_TEXT.contains(list.getKey()))
                        .allMatch(list -> event.hasOneOf(list.getKey(), list.getValue()));
    }

    private boolean admitsWriter(ExternalEvent event) {
        boolean wanted = Boolean.TRUE.equals(includeBots)
                || lists.getOrDefault(WRITERS, List.of()).contains(BOT);
        return wanted || !event.attributes().getOrDefault(WRITERS, List.of()).contains(BOT);
    }

    /** Whether a text has one of {@code contains}, in any case, none of {@code excludes}, and what {@code regex} finds. */
    boolean matchText(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        List<String> wanted = lists.getOrDefault(CONTAINS, List.of());
        List<String> unwanted = lists.getOrDefault(EXCLUDES, List.of());
        return (wanted.isEmpty() || wanted.stream().anyMatch(part -> holds(folded, part)))
                && unwanted.stream().noneMatch(part -> holds(folded, part))
                && (regex == null || BoundedRegex.find(regex, text));
    }

    private static boolean holds(String folded, String part) {
        return folded.contains(part.toLowerCase(Locale.ROOT));
    }

    List<Violation> violations(String path) {
        return regex == null
                ? List.of()
                : BoundedRegex.complaint(regex).stream()
                        .map(complaint -> new Violation(path + ".regex", complaint))
                        .toList();
    }
}
