package dev.capy.core.capx.playbook;

import dev.capy.core.capx.value.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An input of a playbook.
 *
 * @param type what it can be
 * @param required whether every run must be given it
 * @param otherwise what it is where it is not given; null for nothing
 */
public record Input(
        InputType type, boolean required, @Nullable Json otherwise) {

    public Input {
        Objects.requireNonNull(type, "type");
    }
}
