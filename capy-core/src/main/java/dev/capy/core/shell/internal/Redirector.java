package dev.capy.core.shell.internal;

import dev.capy.core.files.Content;
import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.Node;
import dev.capy.core.shell.syntax.Redirection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points a process's streams to files and to each other. */
final class Redirector {

    private final Expander expander;

    Redirector(Expander expander) {
        this.expander = expander;
    }

    /** The streams after the redirections; null, with a complaint, when one fails. */
    @Nullable
    Streams redirect(List<Redirection> redirections, ShellProcess process) {
        Streams streams = process.streams;
        for (Redirection redirection : redirections) {
            Streams next = redirect(redirection, streams, process);
            if (next == null) {
                return null;
            }
            streams = next;
        }
        return streams;
    }

    private @Nullable Streams redirect(Redirection redirection, Streams streams, ShellProcess process) {
        if (redirection instanceof Redirection.ToFile to) {
            Sink sink = sink(expander.single(to.target(), process), to.append(), streams, process);
            return sink == null ? null : to.descriptor() == 1 ? streams.withOut(sink) : streams.withErr(sink);
        }
        if (redirection instanceof Redirection.BothToFile both) {
            Sink sink = sink(expander.single(both.target(), process), both.append(), streams, process);
            return sink == null ? null : streams.withOut(sink).withErr(sink);
        }
        if (redirection instanceof Redirection.Duplicate duplicate) {
            Sink sink = duplicate.of() == 1 ? streams.out() : streams.err();
            return duplicate.descriptor() == 1 ? streams.withOut(sink) : streams.withErr(sink);
        }
        if (redirection instanceof Redirection.FromFile from) {
            Input input = input(expander.single(from.target(), process), streams, process);
            return input == null ? null : streams.withIn(input);
        }
        Redirection.Here here = (Redirection.Here) redirection;
        return streams.withIn(new Input(expander.single(here.document().body(), process), 0));
    }

    private static @Nullable Input input(String target, Streams streams, ShellProcess process) {
        if (target.equals("/dev/stdin")) {
            return streams.in();
        }
        Node node = target.isEmpty()
                ? null
                : process.disk.at(process.resolve(target)).orElse(null);
        if (node instanceof FileNode file) {
            process.evaluation.budget().charge(file.content().size());
            return new Input(file.content().text(), 0);
        }
        process.complain("cannot open " + target + ": " + (node == null ? "No such file" : "Is a directory"));
        return null;
    }

    private static @Nullable Sink sink(String target, boolean append, Streams streams, ShellProcess process) {
        return switch (target) {
            case "/dev/null" -> Sink.NOWHERE;
            case "/dev/stdout" -> streams.out();
            case "/dev/stderr", "/dev/tty" -> streams.err();
            default -> file(target, append, process);
        };
    }

    private static @Nullable Sink file(String target, boolean append, ShellProcess process) {
        String path = process.resolve(target);
        String problem = target.isEmpty() ? "Directory nonexistent" : open(process, path, append);
        if (problem != null) {
            process.complain("cannot create " + target + ": " + shellWords(problem));
            return null;
        }
        Disk disk = process.disk;
        return (text, at) -> disk.append(at, path, text);
    }

    private static String shellWords(String problem) {
        return problem.equals("No such file or directory") ? "Directory nonexistent" : problem;
    }

    /** Makes sure that a file is there, an empty one unless {@code append}; answers what is wrong, or null. */
    static @Nullable String open(ShellProcess process, String path, boolean append) {
        Node node = process.disk.at(path).orElse(null);
        if (node instanceof Directory) {
            return "Is a directory";
        }
        if (node instanceof FileNode file) {
            if (!append && file.content().size() > 0) {
                process.write(path, file.with(Content.EMPTY));
            }
            return null;
        }
        Node parent = process.disk.at(path.substring(0, path.lastIndexOf('/'))).orElse(null);
        if (!(parent instanceof Directory)) {
            return parent == null ? "No such file or directory" : "Not a directory";
        }
        process.write(path, new FileNode(Content.EMPTY, FileNode.DEFAULT_MODE, process.user));
        return null;
    }
}
