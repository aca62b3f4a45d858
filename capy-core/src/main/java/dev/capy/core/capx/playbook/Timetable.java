package dev.capy.core.capx.playbook;

import dev.capy.core.kernel.error.Invalid;
import java.time.Instant;
import java.util.Optional;

/** Understands cron expressions of five fields, in UTC. Thread-safe. */
@FunctionalInterface
public interface Timetable {

    /**
     * When it is time next, strictly after {@code after}; empty when it never is.
     *
     * @throws Invalid when {@code cron} is no cron expression
     */
    Optional<Instant> next(String cron, Instant after);
}
