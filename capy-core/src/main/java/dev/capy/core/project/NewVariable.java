package dev.capy.core.project;

import dev.capy.core.kernel.Secret;
import java.util.Objects;

/**
 * A variable as somebody wants it set.
 *
 * @param name what it is called
 * @param value what it is set to; may be empty
 */
public record NewVariable(String name, Secret value) {

    public NewVariable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
