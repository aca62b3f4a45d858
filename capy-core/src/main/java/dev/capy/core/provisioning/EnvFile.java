package dev.capy.core.provisioning;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.shell.Environment;
import java.util.stream.Collectors;

/** The variables of a virtual machine as a file that a shell can read. */
final class EnvFile {

    static final String PATH = "/home/.env";

    private static final int OWNER_ONLY = 0600;

    private EnvFile() {}

    static FileNode of(Environment environment) {
        String text = environment.reveal().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + Environment.quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
        return new FileNode(Content.of(text), OWNER_ONLY, "root");
    }
}
