package dev.capy.core.account;

import java.util.Objects;

/**
 * A tenant: whatever belongs to it is invisible to every other.
 *
 * @param id its id, for example {@code org_demo}
 * @param name its display name
 * @param warmPoolAllowed whether its projects may use warm pools
 */
public record Organization(String id, String name, boolean warmPoolAllowed) {

    public Organization {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
