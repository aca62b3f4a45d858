package dev.capy.core.provisioning;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.kernel.error.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code hooks.setup} of a repository's {@code .capy/settings.json}: deprecated, and still run where no Setup has
 * taken their place (source: docs on configs/settings). An entry is a command, or an object with a {@code command}.
 */
public final class LegacyHooks {

    static final String FILE = ".capy/settings.json";

    private final StructuredText json;

    public LegacyHooks(StructuredText json) {
        this.json = json;
    }

    /** The commands, in order; none when there is no such file, or none that can be read. */
    List<SetupCommand> setupCommands(FileTree disk, String checkout) {
        return disk.file(checkout + "/" + FILE)
                .map(FileNode::content)
                .flatMap(content -> parse(content.text()))
                .map(settings -> member(member(settings, "hooks"), "setup"))
                .map(LegacyHooks::commands)
                .orElse(List.of());
    }

    private Optional<Object> parse(String text) {
        try {
            return Optional.ofNullable(json.parse(text));
        } catch (Invalid e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object member(@Nullable Object object, String name) {
        return object instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static List<SetupCommand> commands(Object setup) {
        return setup instanceof List<?> list
                ? list.stream()
                        .map(entry -> entry instanceof Map<?, ?> ? member(entry, "command") : entry)
                        .filter(String.class::isInstance)
                        .map(command -> SetupCommand.of((String) command))
                        .toList()
                : List.of();
    }
}
