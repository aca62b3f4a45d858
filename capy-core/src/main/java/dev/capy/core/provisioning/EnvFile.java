package dev.capy.core.provisioning;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import java.util.Map;
import java.util.stream.Collectors;

/** The variables of a virtual machine as a file that a shell can read. */
final class EnvFile {

    static final String PATH = "/home/.env";

    private static final int OWNER_ONLY = 0600;

    private EnvFile() {}

    static FileNode of(Map<String, String> variables) {
        String text = variables.entrySet().stream()
                .map(variable -> variable.getKey() + "='" + variable.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
        return new FileNode(Content.of(text), OWNER_ONLY, "root");
    }
}
