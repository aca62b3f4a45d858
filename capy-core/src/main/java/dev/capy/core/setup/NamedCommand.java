package dev.capy.core.setup;

import java.util.Objects;

/**
 * A command that agents run when they call it by its name; it never runs by itself.
 *
 * @param name what agents call it
 * @param command a shell script
 */
public record NamedCommand(String name, String command) {

    public NamedCommand {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(command, "command");
    }
}
