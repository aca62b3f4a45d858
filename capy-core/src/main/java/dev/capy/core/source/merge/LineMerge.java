package dev.capy.core.source.merge;

import dev.capy.core.source.diff.Edit;
import dev.capy.core.source.diff.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two edited versions of one text, line by line. Edits of the two sides that overlap or touch form one region; where
 * both sides have the same lines in a region all is well, otherwise they conflict.
 */
final class LineMerge {

    private final List<String> base;
    private final Side ours;
    private final Side theirs;
    private final List<String> merged = new ArrayList<>();

    private LineMerge(List<String> base, List<String> ours, List<String> theirs) {
        this.base = base;
        this.ours = new Side(ours, LineDiff.between(base, ours));
        this.theirs = new Side(theirs, LineDiff.between(base, theirs));
    }

    /** The merged lines; empty when both sides changed the same ones. */
    static Optional<List<String>> of(List<String> base, List<String> ours, List<String> theirs) {
        LineMerge merge = new LineMerge(base, ours, theirs);
        return merge.run() ? Optional.of(merge.merged) : Optional.empty();
    }

    private boolean run() {
        int at = 0;
        while (ours.hasEdit() || theirs.hasEdit()) {
            int start = Math.min(ours.nextStart(), theirs.nextStart());
            merged.addAll(base.subList(at, start));
            at = regionEnd(start);
            if (!mergeRegion(start, at)) {
                return false;
            }
        }
        merged.addAll(base.subList(at, base.size()));
        return true;
    }

    /** Takes up every edit that overlaps or touches the region, which grows with each. */
    private int regionEnd(int start) {
        ours.enter();
        theirs.enter();
        int end = start;
        int before;
        do {
            before = end;
            end = theirs.takeUp(ours.takeUp(end));
        } while (end > before || ours.nextStart() <= end || theirs.nextStart() <= end);
        return end;
    }

    private boolean mergeRegion(int start, int end) {
        List<String> mine = ours.lines(start, end);
        List<String> other = theirs.lines(start, end);
        if (ours.isUntouched() || theirs.isUntouched() || mine.equals(other)) {
            merged.addAll(ours.isUntouched() ? other : mine);
            return true;
        }
        return false;
    }

    /** One side's lines and how far its edits have been taken up. */
    private static final class Side {

        private final List<String> lines;
        private final List<Edit> edits;
        private int next;
        private int firstOfRegion;

        Side(List<String> lines, List<Edit> edits) {
            this.lines = lines;
            this.edits = edits;
        }

        boolean hasEdit() {
            return next < edits.size();
        }

        int nextStart() {
            return hasEdit() ? edits.get(next).oldStart() : Integer.MAX_VALUE;
        }

        void enter() {
            firstOfRegion = next;
        }

        /** Takes up the edits that start by {@code end}; answers where the last of them ends, or the region did. */
        int takeUp(int end) {
            int reached = end;
            while (nextStart() <= reached) {
                reached = Math.max(reached, edits.get(next).oldEnd());
                next++;
            }
            return reached;
        }

        boolean isUntouched() {
            return firstOfRegion == next;
        }

        /** What became of the base's lines from {@code start} to {@code end}. */
        List<String> lines(int start, int end) {
            return lines.subList(start + shift(firstOfRegion), end + shift(next));
        }

        /** How far a line that follows the first {@code count} edits is from where the base has it. */
        private int shift(int count) {
            return count == 0
                    ? 0
                    : edits.get(count - 1).newEnd() - edits.get(count - 1).oldEnd();
        }
    }
}
