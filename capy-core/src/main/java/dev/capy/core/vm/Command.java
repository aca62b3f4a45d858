package dev.capy.core.vm;

import dev.capy.core.shell.Environment;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A shell script to be run on a virtual machine, as root.
 *
 * @param script the text
 * @param workingDirectory where it starts, an absolute path
 * @param environment its variables; what it prints shows none of their values
 * @param timeout after this it is cut off, with exit code 124
 */
public record Command(String script, String workingDirectory, Environment environment, Duration timeout) {

    /** How long a command may take when nobody says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1800);

    public Command {
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(timeout, "timeout");
    }

    /** A command with these variables. */
    public Command(String script, String workingDirectory, Map<String, String> environment, Duration timeout) {
        this(script, workingDirectory, Environment.of(environment), timeout);
    }
}
