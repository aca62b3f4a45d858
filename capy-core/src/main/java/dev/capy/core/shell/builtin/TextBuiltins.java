package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Commands that show a part or a measure of a text. */
final class TextBuiltins {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}");
    private static final Pattern OBSOLETE = Pattern.compile("-\\d{1,9}");

    private TextBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put("head", call -> part(call, true));
        all.put("tail", call -> part(call, false));
        all.put("wc", TextBuiltins::wc);
    }

    private static int part(Call call, boolean head) {
        Flags flags = Flags.parse(modern(call), "n:c:q");
        if (flags == null) {
            return 1;
        }
        char unit = flags.has('c') ? 'c' : 'n';
        String count = flags.value(unit, "10");
        if (!NUMBER.matcher(count).matches()) {
            call.complain("invalid number of " + (unit == 'c' ? "bytes" : "lines") + ": '" + count + "'");
            return 1;
        }
        List<String> paths = flags.operands().isEmpty() ? List.of("-") : flags.operands();
        int status = 0;
        boolean first = true;
        for (String path : paths) {
            String text = open(call, path);
            if (text == null) {
                status = 1;
                continue;
            }
            if (paths.size() > 1 && !flags.has('q')) {
                call.print((first ? "" : "\n") + "==> " + (path.equals("-") ? "standard input" : path) + " <==\n");
            }
            first = false;
            call.print(part(text, unit, count, head));
        }
        return status;
    }

    /** {@code head -5} is {@code head -n 5}. */
    private static Call modern(Call call) {
        if (call.args().isEmpty() || !OBSOLETE.matcher(call.args().get(0)).matches()) {
            return call;
        }
        List<String> words = new ArrayList<>(call.words());
        words.set(1, "-n" + words.get(1).substring(1));
        return new Call(words, call.process(), call.interpreter());
    }

    private static @Nullable String open(Call call, String path) {
        if (!path.equals("-") && call.at(path).isEmpty()) {
            call.complain("cannot open '" + path + "' for reading: No such file or directory");
            return null;
        }
        return call.read(path);
    }

    private static String part(String text, char unit, String count, boolean head) {
        List<String> pieces = unit == 'n'
                ? Lines.withEnds(text)
                : text.codePoints().mapToObj(Character::toString).toList();
        int number = Math.abs(Integer.parseInt(count));
        int size = pieces.size();
        if (head) {
            int end = count.startsWith("-") ? Math.max(0, size - number) : Math.min(size, number);
            return String.join("", pieces.subList(0, end));
        }
        int from = count.startsWith("+") ? Math.min(size, Math.max(0, number - 1)) : Math.max(0, size - number);
        return String.join("", pieces.subList(from, size));
    }

    private static int wc(Call call) {
        Flags flags = Flags.parse(call, "lwc", "lines=l", "words=w", "bytes=c");
        if (flags == null) {
            return 1;
        }
        boolean piped = flags.operands().isEmpty();
        int status = 0;
        Map<String, long[]> found = new LinkedHashMap<>();
        long[] total = new long[3];
        for (String path : piped ? List.of("-") : flags.operands()) {
            String text = call.read(path);
            if (text == null) {
                status = 1;
                continue;
            }
            long[] counts = counts(text);
            Arrays.setAll(total, i -> total[i] + counts[i]);
            found.put(path, counts);
        }
        boolean several = flags.operands().size() > 1;
        if (several) {
            found.put("total", total);
        }
        boolean oneNumber = flags.options().size() == 1 && !several;
        int width = oneNumber ? 1 : piped ? 7 : String.valueOf(total[2]).length();
        found.forEach((name, counts) -> call.print(line(flags, counts, width, piped ? "" : " " + name)));
        return status;
    }

    private static long[] counts(String text) {
        long lines = text.chars().filter(c -> c == '\n').count();
        long words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        return new long[] {lines, words, text.getBytes(StandardCharsets.UTF_8).length};
    }

    private static String line(Flags flags, long[] counts, int width, String name) {
        boolean all = flags.options().isEmpty();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            if (all || flags.has("lwc".charAt(i))) {
                String digits = String.valueOf(counts[i]);
                line.append(line.isEmpty() ? "" : " ").append(" ".repeat(Math.max(0, width - digits.length())));
                line.append(digits);
            }
        }
        return line.append(name).append('\n').toString();
    }
}
