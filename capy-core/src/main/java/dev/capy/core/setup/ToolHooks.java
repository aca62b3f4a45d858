package dev.capy.core.setup;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What runs around the tools of agents.
 *
 * @param pre what runs before a tool, by the tool's name, for example {@code bash_run}
 * @param post what runs after a tool, by the tool's name; {@code ${file_path}} and the like are filled in
 * @param context how much of what they print an agent gets to read
 */
public record ToolHooks(SortedMap<String, ToolHook> pre, SortedMap<String, ToolHook> post, HookContext context) {

    /** No hooks. */
    public static final ToolHooks NONE =
            new ToolHooks(Collections.emptySortedMap(), Collections.emptySortedMap(), HookContext.DEFAULT);

    public ToolHooks {
        pre = Collections.unmodifiableSortedMap(new TreeMap<>(pre));
        post = Collections.unmodifiableSortedMap(new TreeMap<>(post));
        Objects.requireNonNull(context, "context");
    }

    /** These hooks and then the other ones; the context is the first one's that says something. */
    ToolHooks followedBy(ToolHooks other) {
        return new ToolHooks(
                joined(pre, other.pre),
                joined(post, other.post),
                context.equals(HookContext.DEFAULT) ? other.context : context);
    }

    private static SortedMap<String, ToolHook> joined(
            SortedMap<String, ToolHook> first, SortedMap<String, ToolHook> second) {
        SortedMap<String, ToolHook> all = new TreeMap<>(first);
        second.forEach((tool, hook) -> all.merge(tool, hook, ToolHook::followedBy));
        return all;
    }
}
