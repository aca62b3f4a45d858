package dev.capy.core.source.git;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The bytes of a git tree object. */
final class TreeObject {

    private static final String EMPTY = GitObjectIds.tree(Directory.EMPTY);

    private TreeObject() {}

    static byte[] of(Directory directory) {
        // The keys, not the names, give the order: git compares a directory as if its name ended in a slash.
        Map<byte[], byte[]> lines = new TreeMap<>(Arrays::compareUnsigned);
        directory.forEach((name, node) -> {
            if (node instanceof FileNode file) {
                String mode = file.isExecutable() ? "100755" : "100644";
                lines.put(utf8(name), line(mode, name, GitObjectIds.blob(file.content())));
            } else if (node instanceof Directory child) {
                String tree = GitObjectIds.tree(child);
                if (!tree.equals(EMPTY)) {
                    lines.put(utf8(name + "/"), line("40000", name, tree));
                }
            }
        });
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.values().forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] line(String mode, String name, String id) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(utf8(mode + " " + name + "\0"));
        line.writeBytes(HexFormat.of().parseHex(id));
        return line.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
