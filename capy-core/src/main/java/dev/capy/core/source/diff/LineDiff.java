package dev.capy.core.source.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which lines of two texts differ. Myers sees only the lines that both sides have, between the common start and end:
 * the others differ anyway, and a file written anew would cost the square of its lines. Pure; thread-safe.
 */
public final class LineDiff {

    private final List<String> old;
    private final List<String> now;
    private final BitSet deleted = new BitSet();
    private final BitSet added = new BitSet();

    private LineDiff(List<String> old, List<String> now) {
        this.old = old;
        this.now = now;
    }

    /** The edits, in order; between any two is at least one line that stays. */
    public static List<Edit> between(List<String> old, List<String> now) {
        LineDiff diff = new LineDiff(old, now);
        diff.mark();
        Sliding.apply(old, diff.deleted, now, diff.added);
        Sliding.apply(now, diff.added, old, diff.deleted);
        return diff.edits();
    }

    private void mark() {
        int shorter = Math.min(old.size(), now.size());
        int start = 0;
        while (start < shorter && old.get(start).equals(now.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Integer> keptOld = shared(old, start, old.size() - tail, now, start, now.size() - tail, deleted);
        List<Integer> keptNow = shared(now, start, now.size() - tail, old, start, old.size() - tail, added);
        markDeltas(keptOld, keptNow);
    }

    /** The numbers of the lines of a range that the other range has too; the others are marked. */
    private static List<Integer> shared(
            List<String> lines, int from, int to, List<String> others, int othersFrom, int othersTo, BitSet marked) {
        Set<String> known = new HashSet<>(others.subList(othersFrom, othersTo));
        List<Integer> kept = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (known.contains(lines.get(i))) {
                kept.add(i);
            } else {
                marked.set(i);
            }
        }
        return kept;
    }

    private void markDeltas(List<Integer> keptOld, List<Integer> keptNow) {
        List<String> a = keptOld.stream().map(old::get).toList();
        List<String> b = keptNow.stream().map(now::get).toList();
        for (Change delta : new MyersDiffWithLinearSpace<String>().computeDiff(a, b, null)) {
            keptOld.subList(delta.startOriginal, delta.endOriginal).forEach(deleted::set);
            keptNow.subList(delta.startRevised, delta.endRevised).forEach(added::set);
        }
    }

    private List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int oldEnd = deleted.nextClearBit(i);
            int newEnd = added.nextClearBit(j);
            if (oldEnd > i || newEnd > j) {
                edits.add(new Edit(i, oldEnd, j, newEnd));
            }
            i = oldEnd + 1;
            j = newEnd + 1;
        }
        return edits;
    }
}
