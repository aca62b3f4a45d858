package dev.capy.core.capx.playbook;

import dev.capy.core.capx.activity.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A playbook of a company. Its status is always {@code active}.
 *
 * @param id its id
 * @param companyId whose
 * @param name what it is called, unlike any other of the company
 * @param description free text; null for none
 * @param tags what it is found by
 * @param definition what it says
 * @param text how it says it
 * @param createdAt when it was made
 * @param entry the timeline entry of its next scheduled run; 0 when none is to come
 */
public record Playbook(
        String id,
        String companyId,
        String name,
        @Nullable String description,
        List<String> tags,
        Definition definition,
        String text,
        Instant createdAt,
        long entry) {

    public Playbook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(companyId, "companyId");
        Objects.requireNonNull(name, "name");
        tags = List.copyOf(tags);
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    Resource resource() {
        return new Resource("playbook", id);
    }

    Playbook entry(long next) {
        return new Playbook(id, companyId, name, description, tags, definition, text, createdAt, next);
    }
}
