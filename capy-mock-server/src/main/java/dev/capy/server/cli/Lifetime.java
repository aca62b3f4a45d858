package dev.capy.server.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs when a server begins and ends, always in the same words.
 *
 * @param origin where it listens
 */
record Lifetime(String origin) {

    private static final String NAME = "capy.server";

    void began() {
        log("started");
    }

    void ends() {
        log("stopping");
    }

    void ended() {
        log("stopped");
    }

    /** Loggers must not be asked for before it is known how to log. */
    private void log(String message) {
        Logger logger = LoggerFactory.getLogger(NAME);
        logger.atInfo().addKeyValue("origin", origin).log(message);
    }
}
