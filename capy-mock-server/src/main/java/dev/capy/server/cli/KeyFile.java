package dev.capy.server.cli;

import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.codec.StateKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The key of secrets, as a command's option says. */
final class KeyFile {

    private static final String NAME = "--key-file";

    private @Nullable Path file;

    /** @param does what the command does to secrets with the key */
    Setting<Path> setting(String does) {
        return Setting.of(
                NAME, Form.FILE, "FILE", "File with the key that " + does + " secrets.", given -> file = given);
    }

    /** What seals and opens secrets; leaves them out without a key. */
    Seal seal() {
        if (file == null) {
            return Seal.LEFT_OUT;
        }
        String key = DataCommand.text(file).strip();
        if (key.isEmpty()) {
            throw new Refusal(NAME + " " + file + " is empty: put the key into it");
        }
        return StateKey.of(key);
    }
}
