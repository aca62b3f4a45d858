package dev.capy.core.browser;

import java.time.Instant;
import java.util.Objects;

/**
 * A state that the browser of a project's Captains can start with.
 *
 * @param id its id
 * @param projectId whose it is
 * @param creatorId the user who made it
 * @param name what it is called
 * @param storageState what the browser is to know; never changes
 * @param isPrivate whether its creator alone sees it
 * @param isDefault whether it is used where nobody says otherwise
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record BrowserSnapshot(
        String id,
        String projectId,
        String creatorId,
        String name,
        StorageState storageState,
        boolean isPrivate,
        boolean isDefault,
        Instant createdAt,
        Instant updatedAt) {

    public BrowserSnapshot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(creatorId, "creatorId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(storageState, "storageState");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }

    public BrowserSnapshot withName(String other) {
        return with(other, isPrivate, isDefault, updatedAt);
    }

    public BrowserSnapshot withPrivate(boolean other) {
        return with(name, other, isDefault, updatedAt);
    }

    public BrowserSnapshot withDefault(boolean other) {
        return with(name, isPrivate, other, updatedAt);
    }

    BrowserSnapshot updatedAt(Instant now) {
        return with(name, isPrivate, isDefault, now);
    }

    /** Whether a user of its project sees it. */
    boolean isVisibleTo(String userId) {
        return !isPrivate || creatorId.equals(userId);
    }

    private BrowserSnapshot with(String called, boolean hidden, boolean used, Instant now) {
        return new BrowserSnapshot(id, projectId, creatorId, called, storageState, hidden, used, createdAt, now);
    }
}
