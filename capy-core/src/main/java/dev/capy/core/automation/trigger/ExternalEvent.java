package dev.capy.core.automation.trigger;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a provider.
 *
 * @param provider where
 * @param event the provider's word for it
 * @param attributes what conditions ask for, by their names: {@code branches}, {@code labels}, {@code actions} and so on
 * @param text what {@code contains}, {@code excludes} and {@code regex} look at
 * @param payload what the prompt can quote, as {@link dev.capy.core.kernel.StructuredText} gives it
 */
public record ExternalEvent(
        Provider provider,
        String event,
        SortedMap<String, List<String>> attributes,
        String text,
        @Nullable Object payload) {

    public ExternalEvent {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(text, "text");
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** An event with attributes alone, which are its payload too. */
    public static ExternalEvent of(Provider provider, String event, Map<String, List<String>> attributes) {
        return new ExternalEvent(provider, event, new TreeMap<>(attributes), "", attributes);
    }

    /** Whether an attribute has one of {@code wanted}; whoever wants nothing in particular is content. */
    boolean hasOneOf(String attribute, List<String> wanted) {
        return wanted.isEmpty()
                || attributes.getOrDefault(attribute, List.of()).stream().anyMatch(wanted::contains);
    }
}
