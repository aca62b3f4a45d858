package dev.capy.core.shell.builtin;

import dev.capy.core.files.Directory;
import dev.capy.core.files.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Permission bits as people write and read them. */
final class FileMode {

    private static final Pattern OCTAL = Pattern.compile("[0-7]{1,4}");
    private static final Pattern CLAUSE = Pattern.compile("([ugoa]*)([-+=])([rwx]*)");

    private FileMode() {}

    /** The bits that {@code text} makes of {@code before}; -1 when it is no mode. */
    static int parse(String text, int before) {
        if (OCTAL.matcher(text).matches()) {
            return Integer.parseInt(text, 8);
        }
        int mode = before;
        for (String clause : text.split(",", -1)) {
            Matcher matcher = CLAUSE.matcher(clause);
            if (!matcher.matches()) {
                return -1;
            }
            mode = change(mode, matcher.group(1), matcher.group(2), matcher.group(3));
        }
        return mode;
    }

    private static int change(int mode, String who, String operator, String what) {
        int bits = (what.contains("r") ? 4 : 0) | (what.contains("w") ? 2 : 0) | (what.contains("x") ? 1 : 0);
        boolean all = who.isEmpty() || who.contains("a");
        int users = (all || who.contains("u") ? 0100 : 0)
                | (all || who.contains("g") ? 0010 : 0)
                | (all || who.contains("o") ? 0001 : 0);
        int umask = who.isEmpty() ? 0022 : 0;
        int changed = bits * users & ~umask;
        return switch (operator) {
            case "+" -> mode | changed;
            case "-" -> mode & ~changed;
            default -> (mode & ~(7 * users)) | changed;
        };
    }

    /** The ten characters that {@code ls -l} begins with. */
    static String letters(Node node) {
        StringBuilder letters = new StringBuilder(node instanceof Directory ? "d" : "-");
        for (int bit = 8; bit >= 0; bit--) {
            letters.append((node.mode() & (1 << bit)) != 0 ? "rwx".charAt(2 - bit % 3) : '-');
        }
        return letters.toString();
    }
}
