package dev.capy.core.project;

import dev.capy.core.shell.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A project: repositories that agents work on, and how they do.
 *
 * @param id its id
 * @param organizationId whose it is
 * @param name display name
 * @param description free text; null when it has none
 * @param taskCode what the identifiers of its tasks start with, for example {@code DEMO}
 * @param repos the repositories and the branch of each that work starts from
 * @param variables the shared environment variables
 * @param devbox commands that prepare its virtual machines
 * @param vmCache which of the two ways to keep prepared virtual machines is on: at most one is
 * @param lastTaskNumber the highest number that a task of it ever had
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record Project(
        String id,
        String organizationId,
        String name,
        @Nullable String description,
        String taskCode,
        List<ProjectRepo> repos,
        Environment variables,
        Devbox devbox,
        VmCache vmCache,
        int lastTaskNumber,
        Instant createdAt,
        Instant updatedAt) {

    public Project {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(organizationId, "organizationId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(taskCode, "taskCode");
        Objects.requireNonNull(variables, "variables");
        Objects.requireNonNull(devbox, "devbox");
        Objects.requireNonNull(vmCache, "vmCache");
        repos = List.copyOf(repos);
    }

    Project with(VmCache cache, Instant now) {
        return new Project(
                id,
                organizationId,
                name,
                description,
                taskCode,
                repos,
                variables,
                devbox,
                cache,
                lastTaskNumber,
                createdAt,
                now);
    }

    Project withTaskNumber(int number) {
        return new Project(
                id,
                organizationId,
                name,
                description,
                taskCode,
                repos,
                variables,
                devbox,
                vmCache,
                number,
                createdAt,
                updatedAt);
    }
}
