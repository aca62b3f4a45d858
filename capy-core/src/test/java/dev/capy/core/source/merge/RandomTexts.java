package dev.capy.core.source.merge;

import dev.capy.core.files.Content;
import dev.capy.core.source.diff.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts and edits of them, from a seed. */
final class RandomTexts {

    private static final List<String> COMMON = List.of("", "", "}", "}", "{", "  return x;", "else", "// more");

    private final Random random;
    private final long seed;
    private final boolean repeating;
    private int lines;

    private RandomTexts(long seed, boolean repeating) {
        this.random = new Random(seed);
        this.seed = seed;
        this.repeating = repeating;
    }

    /** No line stands anywhere twice. */
    static RandomTexts ofDifferentLines(long seed) {
        return new RandomTexts(seed, false);
    }

    /** Most lines stand in a text more than once, so that there is a choice of what was changed. */
    static RandomTexts ofRepeatedLines(long seed) {
        return new RandomTexts(seed, true);
    }

    /** A few of them without a newline at the end. */
    String text(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(line()).append('\n');
        }
        if (count > 0 && random.nextInt(10) == 0) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    private String line() {
        return repeating && random.nextInt(3) > 0
                ? COMMON.get(random.nextInt(COMMON.size()))
                : "line " + seed + "." + lines++;
    }

    /** One to three times: lines added, deleted or replaced. */
    Content edited(Content content) {
        List<String> text = new ArrayList<>(Lines.of(content.text()));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.size() + 1);
            int kind = random.nextInt(3);
            if (kind > 0) {
                text.subList(at, Math.min(text.size(), at + 1 + random.nextInt(2)))
                        .clear();
            }
            if (kind < 2) {
                text.addAll(at, Lines.of(text(1 + random.nextInt(2))));
            }
        }
        return Content.of(String.join("", text));
    }
}
