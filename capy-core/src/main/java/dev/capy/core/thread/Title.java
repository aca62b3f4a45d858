package dev.capy.core.thread;

/** What a thread is called: the first sentence of its prompt, at most 80 characters. */
public final class Title {

    private static final int LONGEST = 80;
    private static final String SENTENCE_ENDS = ".!?";

    private Title() {}

    /** The title that goes with {@code prompt}. */
    public static String of(String prompt) {
        String sentence = withoutDot(firstSentence(prompt.strip()).strip());
        if (sentence.codePointCount(0, sentence.length()) <= LONGEST) {
            return sentence.isEmpty() ? "Untitled" : sentence;
        }
        int end = sentence.offsetByCodePoints(0, LONGEST - 1);
        return sentence.substring(0, end).strip() + "…";
    }

    private static String firstSentence(String text) {
        int end = 0;
        while (end < text.length() && !endsAt(text, end)) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean endsAt(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '\u000B', '\f', '\r', '\u0085', '\u2028', '\u2029' -> true;
            case ' ', '\t' -> at > 0 && SENTENCE_ENDS.indexOf(text.charAt(at - 1)) >= 0;
            default -> false;
        };
    }

    private static String withoutDot(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
