package dev.capy.core.shell;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import java.time.Duration;
import java.util.List;

/**
 * Carries effects out. Tolerant, since several scripts may work on one disk at once: removing what is not there does
 * nothing, a write that meets a file where it needs a directory (or the reverse) is skipped, missing directories are
 * made, and a written directory keeps what the present one holds. Stateless and thread-safe.
 */
public final class Effects {

    private Effects() {}

    /** {@code files} after every effect up to and including {@code upTo}. */
    public static FileTree apply(FileTree files, List<Effect> effects, Duration upTo) {
        FileTree changed = files;
        for (Effect effect : effects) {
            if (effect.at().compareTo(upTo) <= 0) {
                changed = apply(changed, effect);
            }
        }
        return changed;
    }

    /** {@code files} after {@code effect}. */
    public static FileTree apply(FileTree files, Effect effect) {
        if (effect instanceof Effect.Wrote wrote) {
            return write(files, wrote.path(), wrote.node());
        }
        return files.without(effect.path());
    }

    private static FileTree write(FileTree files, String path, Node node) {
        if (!isReachable(files, path)) {
            return files;
        }
        Node present = files.at(path).orElse(null);
        if (present == null) {
            return files.with(path, node);
        }
        if (present instanceof Directory there && node instanceof Directory written) {
            return files.with(path, merge(there, written));
        }
        return present instanceof FileNode && node instanceof FileNode ? files.with(path, node) : files;
    }

    private static boolean isReachable(FileTree files, String path) {
        Node here = files.root();
        List<String> names = FileTree.segments(path);
        for (String name : names.subList(0, Math.max(0, names.size() - 1))) {
            if (!(here instanceof Directory directory)) {
                return false;
            }
            Node next = directory.get(name).orElse(null);
            if (next == null) {
                return true;
            }
            here = next;
        }
        return here instanceof Directory;
    }

    private static Directory merge(Directory there, Directory written) {
        Directory[] merged = {there.withMode(written.mode())};
        written.forEach((name, node) -> {
            Node present = there.get(name).orElse(null);
            if (present == null || (present instanceof FileNode && node instanceof FileNode)) {
                merged[0] = merged[0].with(name, node);
            } else if (present instanceof Directory inner && node instanceof Directory writtenInner) {
                merged[0] = merged[0].with(name, merge(inner, writtenInner));
            }
        });
        return merged[0];
    }
}
