package dev.capy.core.shell.internal;

import dev.capy.core.shell.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Output kept with the moments at which it came. Not thread-safe. */
final class Transcript implements Sink {

    private static final String MARK = "\n[output truncated]\n";

    private record Chunk(long at, String text) {}

    private final Budget budget;
    private final List<Chunk> chunks = new ArrayList<>(2);

    Transcript(Budget budget) {
        this.budget = budget;
    }

    @Override
    public void write(String text, long at) {
        if (!text.isEmpty()) {
            budget.charge(text.length());
            chunks.add(new Chunk(at, text));
        }
    }

    /** Adds a last word when the budget is spent. */
    void close(String text, long at) {
        chunks.add(new Chunk(at, text));
    }

    /** Everything, in the order of its moments. */
    String text() {
        return text(Long.MAX_VALUE);
    }

    /** What came up to a moment, in the order of the moments. */
    String text(long upTo) {
        if (chunks.isEmpty()) {
            return "";
        }
        if (chunks.size() == 1 && chunks.get(0).at() <= upTo) {
            return chunks.get(0).text();
        }
        chunks.sort(Comparator.comparingLong(Chunk::at));
        StringBuilder text = new StringBuilder();
        for (Chunk chunk : chunks) {
            if (chunk.at() <= upTo) {
                text.append(chunk.text());
            }
        }
        return text.toString();
    }

    /** As {@link #text(long)}, cut where it grows beyond what an outcome holds. */
    String limitedText(long upTo) {
        String text = text(upTo);
        return text.length() <= Outcome.OUTPUT_LIMIT ? text : text.substring(0, Outcome.OUTPUT_LIMIT) + MARK;
    }
}
