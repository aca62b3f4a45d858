package dev.capy.core.project;

import dev.capy.core.kernel.Secret;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable that a user has in a project for itself. One that was deleted keeps its record, without its
 * value, and is the same variable when it is set again.
 *
 * @param projectId in which project
 * @param userId whose it is
 * @param name letters, digits and underscores
 * @param value what it is set to; null when it was deleted
 * @param updatedBy the user who set it last: another one than its owner where that one acted for its owner
 * @param createdAt when it was first set
 * @param updatedAt when it was last set
 */
public record PersonalVariable(
        String projectId,
        String userId,
        String name,
        @Nullable Secret value,
        String updatedBy,
        Instant createdAt,
        Instant updatedAt) {

    /** Whose variables: a user's in a project. */
    record Owner(String projectId, String userId) {}

    public PersonalVariable {
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(updatedBy, "updatedBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }

    static String id(Owner owner, String name) {
        return owner.projectId() + "/" + owner.userId() + "/" + name;
    }

    String id() {
        return id(owner(), name);
    }

    Owner owner() {
        return new Owner(projectId, userId);
    }

    boolean isSet() {
        return value != null;
    }

    PersonalVariable setTo(Secret other, String by, Instant now) {
        return new PersonalVariable(projectId, userId, name, other, by, createdAt, now);
    }

    PersonalVariable deleted(String by, Instant now) {
        return new PersonalVariable(projectId, userId, name, null, by, createdAt, now);
    }
}
