package dev.capy.core.shell.internal;

import dev.capy.core.files.Directory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the files whose paths a pattern matches. */
final class PathExpansion {

    private final ShellProcess process;
    private final List<String> found = new ArrayList<>();

    private PathExpansion(ShellProcess process) {
        this.process = process;
    }

    /** The paths in their order; none when none matches. */
    static List<String> expand(String pattern, ShellProcess process) {
        PathExpansion expansion = new PathExpansion(process);
        expansion.walk("", pattern);
        Collections.sort(expansion.found);
        return expansion.found;
    }

    private void walk(String done, String rest) {
        process.evaluation.budget().enter();
        int slash = rest.indexOf('/');
        if (slash == 0) {
            walk(done + "/", rest.substring(1));
        } else if (rest.isEmpty()) {
            found.add(done);
        } else {
            String name = slash < 0 ? rest : rest.substring(0, slash);
            String after = slash < 0 ? "" : rest.substring(slash);
            step(done, name, after);
        }
        process.evaluation.budget().leave();
    }

    private void step(String done, String name, String after) {
        if (!GlobPattern.isPattern(name)) {
            String path = done + GlobPattern.unescape(name);
            if (exists(path, !after.isEmpty())) {
                walk(path, after);
            }
            return;
        }
        boolean hidden = name.startsWith(".") || name.startsWith("\\.");
        directory(done).forEach((child, node) -> {
            process.evaluation.budget().charge(1L + (long) name.length() * child.length());
            boolean fits = after.isEmpty() || node instanceof Directory;
            if (fits && hidden == child.startsWith(".") && GlobPattern.matches(name, child)) {
                walk(done + child, after);
            }
        });
    }

    private boolean exists(String path, boolean asDirectory) {
        return process.disk
                .at(process.resolve(path))
                .filter(node -> !asDirectory || node instanceof Directory)
                .isPresent();
    }

    private Directory directory(String path) {
        return process.disk.tree().directory(process.resolve(path)).orElse(Directory.EMPTY);
    }
}
