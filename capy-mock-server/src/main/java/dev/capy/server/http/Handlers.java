package dev.capy.server.http;

import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sees to it that every operation of every document is answered, and nothing else is. */
public final class Handlers {

    private Handlers() {}

    /** What both hold; neither has an operation of the other. */
    public static Map<String, ?> together(Map<String, ?> some, Map<String, ?> others) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** @throws IllegalStateException when an operation has no handler */
    public static void requireAnswered(Edition edition, Map<String, ?> handlers) {
        Set<String> unanswered = edition.operations().stream()
                .map(Operation::id)
                .filter(id -> !handlers.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unanswered.isEmpty()) {
            throw new IllegalStateException(edition.name() + " has operations without a handler: " + unanswered);
        }
    }

    /** @throws IllegalStateException when an operation has no handler, or a handler no operation */
    public static void requireComplete(Map<String, ?> handlers, Collection<Edition> editions) {
        Set<String> declared = editions.stream()
                .flatMap(edition -> edition.operations().stream())
                .map(Operation::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unanswered = new TreeSet<>(declared);
        unanswered.removeAll(handlers.keySet());
        Set<String> unknown = new TreeSet<>(handlers.keySet());
        unknown.removeAll(declared);
        if (!unanswered.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException(
                    "operations without a handler: " + unanswered + "; handlers without an operation: " + unknown);
        }
    }
}
