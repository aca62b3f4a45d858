package dev.capy.core.setup;

import java.time.Instant;
import java.util.Objects;

/**
 * The Setup that a project has, once someone has saved one.
 *
 * @param projectId whose it is
 * @param setup what it says
 * @param savedAt when it last changed
 */
record SavedSetup(String projectId, Setup setup, Instant savedAt) {

    SavedSetup {
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(setup, "setup");
        Objects.requireNonNull(savedAt, "savedAt");
    }
}
