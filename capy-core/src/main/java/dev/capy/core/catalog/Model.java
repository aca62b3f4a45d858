package dev.capy.core.catalog;

import java.util.Objects;

/**
 * A model that agents can use.
 *
 * @param id the API's id, for example {@code claude-opus-4-8}
 * @param name display name
 * @param provider who makes it
 * @param captainEligible whether a Captain can use it; any model can build
 */
public record Model(String id, String name, String provider, boolean captainEligible) {

    public Model {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(provider, "provider");
    }
}
