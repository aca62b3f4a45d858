package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks a pattern up in lines, every look at a character being work: so no pattern takes for ever. */
final class LineMatcher {

    private final Pattern pattern;
    private final Budget budget;

    LineMatcher(Pattern pattern, Budget budget) {
        this.pattern = pattern;
        this.budget = budget;
    }

    boolean matches(String line) {
        return pattern.matcher(new Counted(line, budget)).find();
    }

    /** The parts of a line that match. */
    List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = pattern.matcher(new Counted(line, budget));
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                pieces.add(line.substring(matcher.start(), matcher.end()));
            }
        }
        return pieces;
    }

    private record Counted(String line, Budget budget) implements CharSequence {

        @Override
        public int length() {
            return line.length();
        }

        @Override
        public char charAt(int index) {
            budget.charge(1);
            return line.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return line.substring(start, end);
        }

        @Override
        public String toString() {
            return line;
        }
    }
}
