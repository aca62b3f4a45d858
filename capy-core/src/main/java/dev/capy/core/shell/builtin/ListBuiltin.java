package dev.capy.core.shell.builtin;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.Node;
import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code ls}: one name a line; files have no time here, so {@code -l} shows midnight of January 1st. */
final class ListBuiltin implements Builtin {

    private static final String TIME = "Jan  1 00:00";
    private static final int BLOCK = 4096;

    @Override
    public int run(Call call) {
        Flags flags = Flags.parse(call, "aA1ldh", "all=a", "almost-all=A");
        if (flags == null) {
            return 2;
        }
        int status = 0;
        SortedMap<String, Node> files = new TreeMap<>();
        SortedMap<String, Directory> directories = new TreeMap<>();
        for (String path : flags.operands().isEmpty() ? List.of(".") : flags.operands()) {
            Node node = call.at(path).orElse(null);
            if (node == null) {
                call.complain("cannot access '" + path + "': No such file or directory");
                status = 2;
            } else if (node instanceof Directory directory && !flags.has('d')) {
                directories.put(path, directory);
            } else {
                files.put(path, node);
            }
        }
        List<String> blocks = new ArrayList<>();
        if (!files.isEmpty()) {
            blocks.add(lines(files, flags));
        }
        boolean titled = flags.operands().size() > 1;
        directories.forEach((path, directory) -> {
            String title = titled ? path + ":\n" : "";
            blocks.add(title + total(directory, flags) + lines(entries(call, path, directory, flags), flags));
        });
        call.print(String.join("\n", blocks));
        return status;
    }

    private static SortedMap<String, Node> entries(Call call, String path, Directory directory, Flags flags) {
        SortedMap<String, Node> entries = new TreeMap<>();
        boolean hidden = flags.has('a') || flags.has('A');
        if (flags.has('a')) {
            entries.put(".", directory);
            call.process().disk().tree().at(call.resolve(path + "/..")).ifPresent(up -> entries.put("..", up));
        }
        directory.forEach((name, node) -> {
            call.budget().charge(1);
            if (hidden || !name.startsWith(".")) {
                entries.put(name, node);
            }
        });
        return entries;
    }

    private static String total(Directory directory, Flags flags) {
        if (!flags.has('l')) {
            return "";
        }
        long[] blocks = {0};
        directory.forEach((name, node) -> {
            if (flags.has('a') || flags.has('A') || !name.startsWith(".")) {
                blocks[0] += (size(node) + BLOCK - 1) / BLOCK;
            }
        });
        long dots = flags.has('a') ? 2 : 0;
        return "total " + (blocks[0] + dots) * (BLOCK / 1024) + "\n";
    }

    private static String lines(Map<String, Node> entries, Flags flags) {
        StringBuilder lines = new StringBuilder();
        if (!flags.has('l')) {
            entries.keySet().forEach(name -> lines.append(name).append('\n'));
            return lines.toString();
        }
        int width = entries.values().stream()
                .mapToInt(node -> size(node, flags).length())
                .max()
                .orElse(0);
        int owners = entries.values().stream()
                .mapToInt(node -> node.owner().length())
                .max()
                .orElse(0);
        entries.forEach((name, node) -> {
            String owner = pad(node.owner(), owners);
            lines.append(FileMode.letters(node)).append(node instanceof Directory ? " 2 " : " 1 ");
            lines.append(owner).append(' ').append(owner).append(' ');
            lines.append(" ".repeat(width - size(node, flags).length())).append(size(node, flags));
            lines.append(' ').append(TIME).append(' ').append(name).append('\n');
        });
        return lines.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static long size(Node node) {
        return node instanceof FileNode file ? file.content().size() : BLOCK;
    }

    private static String size(Node node, Flags flags) {
        long size = size(node);
        if (!flags.has('h') || size < 1024) {
            return String.valueOf(size);
        }
        String units = "KMG";
        int unit = 0;
        long scale = 1024;
        while (size > scale * 1024 && unit < units.length() - 1) {
            scale *= 1024;
            unit++;
        }
        long tenths = (size * 10 + scale - 1) / scale;
        return (tenths < 100 ? tenths / 10 + "." + tenths % 10 : String.valueOf((tenths + 9) / 10))
                + units.charAt(unit);
    }
}
