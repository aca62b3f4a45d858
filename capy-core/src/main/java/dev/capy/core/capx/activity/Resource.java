package dev.capy.core.capx.activity;

import java.util.Objects;

/**
 * What something was done to.
 *
 * @param type the API's word for its kind, for example {@code task}
 * @param id its id
 */
public record Resource(String type, String id) {

    public Resource {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }
}
