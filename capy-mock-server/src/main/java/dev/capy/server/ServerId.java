package dev.capy.server;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a server is called that shares its worlds with none: at random, when somebody first asks. Thread-safe. */
final class ServerId {

    private @Nullable String drawn;

    synchronized String get() {
        if (drawn == null) {
            drawn = UUID.randomUUID().toString();
        }
        return drawn;
    }
}
