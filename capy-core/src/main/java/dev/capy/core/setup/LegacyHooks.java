package dev.capy.core.setup;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.kernel.error.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code hooks} of a repository's {@code .capy/settings.json}: deprecated, and still in force where no Setup
 * has taken their place (source: docs on configs/settings). An entry is a command, or an object with a {@code command};
 * what is neither is passed over. Thread-safe.
 */
public final class LegacyHooks {

    static final String FILE = ".capy/settings.json";

    private final StructuredText json;

    public LegacyHooks(StructuredText json) {
        this.json = json;
    }

    /** What runs when a repository is initialized, in order; nothing where the file is missing or unreadable. */
    public List<String> setupCommands(FileTree checkout) {
        try {
            return read(checkout).setup();
        } catch (Invalid e) {
            return List.of();
        }
    }

    /**
     * All hooks of a repository; {@link LegacySettings#NONE} where it has no such file.
     *
     * @throws Invalid when the file cannot be parsed
     */
    LegacySettings read(FileTree checkout) {
        Optional<FileNode> file = checkout.file(FILE);
        return file.isPresent() ? settings(json.parse(file.get().content().text())) : LegacySettings.NONE;
    }

    private static LegacySettings settings(@Nullable Object file) {
        Object hooks = member(file, "hooks");
        Object tools = member(hooks, "tools");
        return new LegacySettings(
                commands(member(hooks, "setup")),
                new ToolHooks(
                        byTool(member(tools, "pre")), byTool(member(tools, "post")), context(member(hooks, "context"))),
                hasEntries(member(hooks, "terminals")) || hasEntries(member(hooks, "previews")));
    }

    private static @Nullable Object member(@Nullable Object object, String name) {
        return object instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static boolean hasEntries(@Nullable Object list) {
        return list instanceof List<?> entries && !entries.isEmpty();
    }

    private static List<String> commands(@Nullable Object list) {
        return list instanceof List<?> entries
                ? entries.stream()
                        .map(entry -> entry instanceof Map<?, ?> ? member(entry, "command") : entry)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static SortedMap<String, ToolHook> byTool(@Nullable Object tools) {
        SortedMap<String, ToolHook> hooks = new TreeMap<>();
        if (tools instanceof Map<?, ?> map) {
            map.forEach((tool, list) -> {
                List<String> commands = commands(list);
                if (!commands.isEmpty()) {
                    hooks.put(String.valueOf(tool), ToolHook.of(commands));
                }
            });
        }
        return hooks;
    }

    private static HookContext context(@Nullable Object context) {
        Long length = member(context, "maxOutputLength") instanceof Number number && number.longValue() > 0
                ? (Long) number.longValue()
                : null;
        Object strategy = member(context, "truncateStrategy");
        return new HookContext(
                length,
                Arrays.stream(TruncateStrategy.values())
                        .filter(known -> known.word().equals(strategy))
                        .findFirst()
                        .orElse(null));
    }
}
