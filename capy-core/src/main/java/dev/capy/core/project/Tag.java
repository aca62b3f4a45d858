package dev.capy.core.project;

import java.util.Objects;

/**
 * A tag that the threads of an organization can carry.
 *
 * @param organizationId whose it is
 * @param name lower case, 1 to 64 characters
 * @param color one of the API's colour names
 */
public record Tag(String organizationId, String name, String color) {

    public Tag {
        Objects.requireNonNull(organizationId, "organizationId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(color, "color");
    }

    static String id(String organizationId, String name) {
        return organizationId + "/" + name;
    }

    String id() {
        return id(organizationId, name);
    }
}
