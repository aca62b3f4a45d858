package dev.capy.core.task;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.script.BuildStep;
import dev.capy.core.script.BuildStep.Change;
import dev.capy.core.script.BuildStep.Create;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the steps of a Build agent make of the files of its machine. Refuses with what is there instead. */
final class FileWork {

    private static final String README = "README.md";
    private static final int EXECUTABLE = 0755;
    private static final int TOLD = 10;

    private final FileTree disk;
    private final Wording wording;

    FileWork(FileTree disk, Wording wording) {
        this.disk = disk;
        this.wording = wording;
    }

    /**
     * The disk after a step.
     *
     * @throws Invalid when the step cannot be done
     */
    FileTree after(BuildStep step) {
        if (step instanceof BuildStep.Read read) {
            return read(read.file());
        } else if (step instanceof BuildStep.Edit edit) {
            return edit(edit.file(), edit.change());
        } else if (step instanceof BuildStep.Create create) {
            return create(create);
        } else if (step instanceof BuildStep.Write write) {
            return write(write.file(), write.text());
        } else if (step instanceof BuildStep.Delete delete) {
            return delete(delete.file());
        } else if (step instanceof BuildStep.Rename rename) {
            return rename(rename.from(), rename.to());
        }
        throw new IllegalStateException(step + " changes no file");
    }

    private FileTree read(String file) {
        existing(wording.path(file));
        return disk;
    }

    private FileTree edit(@Nullable String file, Change change) {
        if (file != null) {
            return editAt(wording.path(file), change);
        }
        return likeliest().map(path -> editAt(path, change)).orElse(disk);
    }

    private FileTree editAt(String path, Change change) {
        FileNode before = existing(path);
        if (before.content().isBinary()) {
            throw new Invalid(wording.shown(path) + " is no text that can be edited");
        }
        return disk.with(path, before.with(changed(path, before.content(), change)));
    }

    private Content changed(String path, Content before, Change change) {
        if (change instanceof Change.Append append) {
            return before.append(Content.of(wording.fill(append.text())));
        } else if (change instanceof Change.Rewrite rewrite) {
            return Content.of(wording.fill(rewrite.text()));
        }
        Change.Replace replace = (Change.Replace) change;
        String text = before.text();
        String find = wording.fill(replace.find());
        int at = text.indexOf(find);
        if (at < 0) {
            throw new Invalid(wording.shown(path) + " does not say '" + find + "'");
        }
        return Content.of(
                text.substring(0, at) + wording.fill(replace.replacement()) + text.substring(at + find.length()));
    }

    /** The README, or else the first text file there is; none where there is none. */
    private Optional<String> likeliest() {
        SortedMap<String, FileNode> files = disk.directory(wording.home())
                .map(here -> new FileTree(here).files())
                .orElseGet(TreeMap::new);
        files.values().removeIf(file -> file.content().isBinary());
        return (files.containsKey(README)
                        ? Optional.of(README)
                        : files.keySet().stream().findFirst())
                .map(name -> wording.home() + "/" + name);
    }

    private FileTree create(Create create) {
        String path = free(wording.path(create.file()));
        Content content = create.content().isBinary()
                ? create.content()
                : Content.of(wording.fill(create.content().text()));
        FileNode file = FileNode.of(content);
        return disk.with(path, create.executable() ? file.withMode(EXECUTABLE) : file);
    }

    private FileTree write(String file, String text) {
        String path = wording.path(file);
        requireWritable(path);
        Content content = Content.of(wording.fill(text));
        return disk.with(
                path, disk.file(path).map(present -> present.with(content)).orElse(FileNode.of(content)));
    }

    private FileTree delete(String file) {
        String path = wording.path(file);
        requireThere(path);
        return disk.without(path);
    }

    private FileTree rename(String from, String to) {
        String old = wording.path(from);
        Node moved = requireThere(old);
        String path = free(wording.path(to));
        if (FileTree.isBelow(path, old)) {
            throw new Invalid("cannot move " + wording.shown(old) + " into itself");
        }
        return disk.without(old).with(path, moved);
    }

    private String free(String path) {
        if (disk.at(path).isPresent()) {
            throw new Invalid("there is " + wording.shown(path) + " already");
        }
        requireWritable(path);
        return path;
    }

    private void requireWritable(String path) {
        WorkingTree.obstacle(disk, path).ifPresent(obstacle -> {
            throw new Invalid("cannot write " + wording.shown(path) + ": " + obstacle);
        });
    }

    private FileNode existing(String path) {
        if (disk.directory(path).isPresent()) {
            throw new Invalid(wording.shown(path) + " is a directory");
        }
        return disk.file(path).orElseThrow(() -> missing("file", path));
    }

    private Node requireThere(String path) {
        return disk.at(path).orElseThrow(() -> missing("file or directory", path));
    }

    private Invalid missing(String kind, String path) {
        List<String> names = FileTree.segments(path);
        int depth = names.size() - 1;
        while (depth > 0 && disk.directory(above(names, depth)).isEmpty()) {
            depth--;
        }
        String nearest = above(names, depth);
        List<String> there = new ArrayList<>();
        disk.directory(nearest).orElseThrow().forEach((name, node) -> there.add(name));
        return new Invalid("there is no " + kind + " " + wording.shown(path) + "; " + nearest + " holds "
                + (there.isEmpty() ? "nothing" : told(there)));
    }

    private static String above(List<String> names, int depth) {
        return "/" + String.join("/", names.subList(0, depth));
    }

    private static String told(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(TOLD, names.size())));
        return names.size() <= TOLD ? first : first + " and " + (names.size() - TOLD) + " more";
    }
}
