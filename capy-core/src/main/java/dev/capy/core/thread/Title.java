package dev.capy.core.thread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a thread is called: the first sentence of its prompt, at most 80 characters. */
public final class Title {

    private static final int LONGEST = 80;
    private static final Pattern SENTENCE_END = Pattern.compile("\\s(?<=[.!?]\\s)|\\R");

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
        Matcher end = SENTENCE_END.matcher(text);
        return end.find() ? text.substring(0, end.start()) : text;
    }

    private static String withoutDot(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
