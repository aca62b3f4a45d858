package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code grep} over files and the input. */
final class GrepBuiltin implements Builtin {

    @Override
    public int run(Call call) {
        Flags flags = Flags.parse(
                call,
                "qviEGcFnhHlosxwe:",
                "quiet=q",
                "silent=q",
                "invert-match=v",
                "ignore-case=i",
                "extended-regexp=E",
                "fixed-strings=F",
                "count=c",
                "line-number=n");
        if (flags == null) {
            return 2;
        }
        List<String> operands = new ArrayList<>(flags.operands());
        if (!flags.has('e') && operands.isEmpty()) {
            call.complain("usage: grep [OPTION]... PATTERNS [FILE]...");
            return 2;
        }
        String text = flags.has('e') ? flags.value('e', "") : operands.remove(0);
        try {
            LineMatcher matcher = new LineMatcher(pattern(text, flags), call.budget());
            return search(call, flags, matcher, operands.isEmpty() ? List.of("-") : operands);
        } catch (PatternSyntaxException | StackOverflowError e) {
            // The regular expressions of the JDK recurse: a script's pattern must not bring the host down.
            call.complain("Invalid regular expression");
            return 2;
        }
    }

    private static Pattern pattern(String text, Flags flags) {
        List<String> alternatives = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String regex = flags.has('F') ? Pattern.quote(line) : PosixRegex.translate(line, flags.has('E'));
            alternatives.add(
                    flags.has('x') ? "^(?:" + regex + ")$" : flags.has('w') ? "\\b(?:" + regex + ")\\b" : regex);
        }
        int insensitive = flags.has('i') ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        return Pattern.compile(String.join("|", alternatives), insensitive);
    }

    private static int search(Call call, Flags flags, LineMatcher matcher, List<String> paths) {
        boolean found = false;
        boolean failed = false;
        for (String path : paths) {
            String text = call.read(path);
            if (text == null) {
                failed = true;
                continue;
            }
            String shown = path.equals("-") ? "(standard input)" : path;
            boolean named = flags.has('H') || (paths.size() > 1 && !flags.has('h'));
            found |= search(call, flags, matcher, text, shown, named ? shown + ":" : "");
        }
        return found && (!failed || flags.has('q')) ? 0 : failed ? 2 : 1;
    }

    private static boolean search(
            Call call, Flags flags, LineMatcher matcher, String text, String path, String prefix) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        int count = 0;
        for (String end : Lines.withEnds(text)) {
            String line = Lines.withoutEnd(end);
            number++;
            if (matcher.matches(line) == flags.has('v')) {
                continue;
            }
            count++;
            String place = prefix + (flags.has('n') ? number + ":" : "");
            if (flags.has('o')) {
                matcher.pieces(line)
                        .forEach(piece -> out.append(place).append(piece).append('\n'));
            } else {
                out.append(place).append(line).append('\n');
            }
        }
        if (flags.has('q')) {
            return count > 0;
        }
        if (flags.has('l')) {
            call.print(count > 0 ? path + "\n" : "");
        } else {
            call.print(flags.has('c') ? prefix + count + "\n" : out.toString());
        }
        return count > 0;
    }
}
