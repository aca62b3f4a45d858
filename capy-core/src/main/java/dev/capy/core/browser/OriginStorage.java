package dev.capy.core.browser;

import dev.capy.core.kernel.Secret;
import java.util.List;
import java.util.Objects;

/**
 * What a site has put into a browser's local storage.
 *
 * @param origin the site: scheme, host and port
 * @param localStorage what it has put there, in order
 */
public record OriginStorage(String origin, List<Item> localStorage) {

    /**
     * One thing that a site has stored.
     *
     * @param name what it is called
     * @param value what it says
     */
    public record Item(String name, Secret value) {

        public Item {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    public OriginStorage {
        Objects.requireNonNull(origin, "origin");
        localStorage = List.copyOf(localStorage);
    }
}
