package dev.capy.core.source.git;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import java.util.Map;

/** Commits that get into a repository without any file being written. */
public final class FastImport {

    private final StringBuilder stream = new StringBuilder();

    /** A branch with one commit of text files; after the newest one of {@code parent} unless that is empty. */
    public FastImport branch(String name, FileTree tree, String parent) {
        stream.append("commit refs/heads/").append(name).append("\ncommitter Ada <ada@acme.test> 0 +0000\ndata 0\n");
        if (!parent.isEmpty()) {
            stream.append("from refs/heads/").append(parent).append('\n');
        }
        stream.append("deleteall\n");
        tree.files().forEach(this::file);
        return this;
    }

    private void file(String path, FileNode file) {
        stream.append(file.isExecutable() ? "M 100755 inline \"" : "M 100644 inline \"")
                .append(path.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\ndata ")
                .append(file.content().size())
                .append('\n')
                .append(file.content().text())
                .append('\n');
    }

    public void into(Git git) {
        git.run(Map.of(), stream.toString(), "fast-import", "--quiet");
    }
}
