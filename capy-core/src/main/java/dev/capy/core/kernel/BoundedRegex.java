package dev.capy.core.kernel;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions of people nobody knows, on texts of people nobody knows: a search that looks at more than
 * {@link #MOST_LOOKS} characters, or calls itself too deep, has found nothing.
 */
public final class BoundedRegex {

    public static final int MOST_LOOKS = 5_000_000;

    private BoundedRegex() {}

    /** What is wrong with an expression; empty when nothing is. */
    public static Optional<String> complaint(String regex) {
        try {
            Pattern.compile(regex);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("must be a regular expression: " + e.getDescription() + " near index " + e.getIndex());
        } catch (StackOverflowError e) {
            return Optional.of("must be a regular expression that is less nested");
        }
    }

    /** Whether an expression is found somewhere in a text. */
    public static boolean find(String regex, String text) {
        try {
            return Pattern.compile(regex).matcher(new Watched(text, new int[1])).find();
        } catch (Exhausted | StackOverflowError e) {
            return false;
        }
    }

    /** Counts how often it is looked at. */
    private static final class Watched implements CharSequence {

        private final CharSequence text;
        private final int[] looks;

        Watched(CharSequence text, int[] looks) {
            this.text = text;
            this.looks = looks;
        }

        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST_LOOKS) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
