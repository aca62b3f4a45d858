package dev.capy.core.capx.playbook;

import dev.capy.core.kernel.error.Invalid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A playbook that is to be made.
 *
 * @param name what it is called
 * @param description free text; null for none
 * @param text what it says, as the world reads structured text: YAML on the mock server, JSON in the library
 * @param tags what it is found by
 */
public record NewPlaybook(String name, @Nullable String description, String text, List<String> tags) {

    /** @throws Invalid when the name is blank */
    public NewPlaybook {
        Objects.requireNonNull(text, "text");
        tags = List.copyOf(tags);
        if (name.isBlank()) {
            throw Invalid.at("$.name", "must not be blank");
        }
    }

    public static NewPlaybook of(String name, String text) {
        return new NewPlaybook(name, null, text, List.of());
    }
}
