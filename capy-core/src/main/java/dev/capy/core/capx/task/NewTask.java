package dev.capy.core.capx.task;

import dev.capy.core.capx.value.Json;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.script.CompanySteps;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that is to be done.
 *
 * @param title what is to be done
 * @param description in detail; null for nothing
 * @param agent the id or the role of the agent that is to do it; null for one that suits it
 * @param priority how urgent it is
 * @param metadata free key-values
 * @param source where it comes from
 * @param gated whether a person approves it first in any case
 * @param otherwise what the agent does where no script says it
 */
public record NewTask(
        String title,
        @Nullable String description,
        @Nullable String agent,
        Priority priority,
        Json metadata,
        Source source,
        boolean gated,
        CompanySteps otherwise) {

    private static final CompanySteps USUAL = CompanySteps.NONE.think().say("Done: {{title}}");

    /** @throws Invalid when the title is blank, or the metadata are no object */
    public NewTask {
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(otherwise, "otherwise");
        if (title.isBlank()) {
            throw Invalid.at("$.title", "must not be blank");
        }
        if (!metadata.isObject()) {
            throw Invalid.at("$.metadata", "must be an object, was " + metadata.text());
        }
    }

    /** A task that somebody asks for, of medium priority. */
    public static NewTask of(String title) {
        return new NewTask(title, null, null, Priority.MEDIUM, Json.EMPTY, Source.API, false, USUAL);
    }

    public NewTask description(@Nullable String other) {
        return new NewTask(title, other, agent, priority, metadata, source, gated, otherwise);
    }

    /** This task for the agent of this id or role. */
    public NewTask agent(@Nullable String other) {
        return new NewTask(title, description, other, priority, metadata, source, gated, otherwise);
    }

    public NewTask priority(Priority other) {
        return new NewTask(title, description, agent, other, metadata, source, gated, otherwise);
    }

    public NewTask metadata(Json other) {
        return new NewTask(title, description, agent, priority, other, source, gated, otherwise);
    }

    /** This task as a step of a playbook. */
    public NewTask source(Source other, boolean approvedFirst, CompanySteps steps) {
        return new NewTask(title, description, agent, priority, metadata, other, approvedFirst, steps);
    }
}
