package dev.capy.core.vm;

import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A shell script to be run on a virtual machine, as root.
 *
 * @param script the text
 * @param workingDirectory where it starts, an absolute path
 * @param environment its variables
 * @param timeout after this it is cut off, with exit code 124
 */
public record Command(String script, String workingDirectory, SortedMap<String, String> environment, Duration timeout) {

    /** How long a command may take when nobody says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1800);

    public Command {
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        Objects.requireNonNull(timeout, "timeout");
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }
}
