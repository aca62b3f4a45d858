package dev.capy.core.provisioning;

import java.util.Objects;

/**
 * A command that prepares a virtual machine.
 *
 * @param name what a person calls it
 * @param command a shell script
 * @param background whether the next one starts without waiting for it; how it ends does not matter then
 */
public record SetupCommand(String name, String command, boolean background) {

    public SetupCommand {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(command, "command");
    }

    /** One that is waited for, called after itself. */
    public static SetupCommand of(String command) {
        return new SetupCommand(command, command, false);
    }
}
