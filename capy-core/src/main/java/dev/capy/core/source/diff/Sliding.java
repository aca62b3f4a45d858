package dev.capy.core.source.diff;

import java.util.BitSet;
import java.util.List;

/**
 * Where a run of added or deleted lines could as well stand a few lines up or down, puts it where git does: beside a run
 * of the other side if it can, as far down as possible otherwise. Runs that meet on the way become one.
 */
final class Sliding {

    private final Run run;
    private final Run other;

    private Sliding(List<String> lines, BitSet changed, List<String> otherLines, BitSet otherChanged) {
        run = new Run(lines, changed);
        other = new Run(otherLines, otherChanged);
    }

    /**
     * @param changed which of the lines are deleted, or added; is changed
     * @param otherChanged the same of the other side; between the marked ones both sides have the same lines
     */
    static void apply(List<String> lines, BitSet changed, List<String> otherLines, BitSet otherChanged) {
        new Sliding(lines, changed, otherLines, otherChanged).slideAll();
    }

    private void slideAll() {
        do {
            if (!run.isEmpty()) {
                slide();
            }
        } while (run.next() && other.next());
    }

    private void slide() {
        boolean beside;
        int size;
        do {
            size = run.size();
            while (run.slideUp()) {
                other.previous();
            }
            beside = !other.isEmpty();
            while (run.slideDown()) {
                other.next();
                beside |= !other.isEmpty();
            }
        } while (run.size() != size);
        while (beside && other.isEmpty()) {
            run.slideUp();
            other.previous();
        }
    }

    /** A run of changed lines, or the empty one between two that stay. */
    private static final class Run {

        private final List<String> lines;
        private final BitSet changed;
        private int start;
        private int end;

        Run(List<String> lines, BitSet changed) {
            this.lines = lines;
            this.changed = changed;
            this.end = changed.nextClearBit(0);
        }

        boolean isEmpty() {
            return start == end;
        }

        int size() {
            return end - start;
        }

        boolean next() {
            if (end == lines.size()) {
                return false;
            }
            start = end + 1;
            end = changed.nextClearBit(start);
            return true;
        }

        void previous() {
            end = start - 1;
            start = changed.previousClearBit(end - 1) + 1;
        }

        boolean slideUp() {
            if (start == 0 || !lines.get(start - 1).equals(lines.get(end - 1))) {
                return false;
            }
            changed.set(--start);
            changed.clear(--end);
            start = changed.previousClearBit(start) + 1;
            return true;
        }

        boolean slideDown() {
            if (end == lines.size() || !lines.get(start).equals(lines.get(end))) {
                return false;
            }
            changed.clear(start++);
            changed.set(end++);
            end = changed.nextClearBit(end);
            return true;
        }
    }
}
