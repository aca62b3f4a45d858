package dev.capy.core.source.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the renames among deleted and added files: first those of the same bytes (and, of several, the same file name),
 * then those alike by half, the most alike first. What is left ties by path, so the outcome does not depend on chance.
 */
final class RenameDetection {

    /** Least similarity of a rename, in percent, as in {@code git diff -M}. */
    static final int THRESHOLD = 50;

    /** Beyond this many pairs only files of the same bytes are told as renames, as git does beyond its rename limit. */
    static final long CANDIDATE_PAIRS = 400 * 400;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt((Candidate c) -> -c.similarity)
            .thenComparing(c -> !c.before.baseName().equals(c.after.baseName()))
            .thenComparing(c -> c.before.path())
            .thenComparing(c -> c.after.path());

    private final Set<Entry> deleted;
    private final Set<Entry> added;
    private final List<Change> renamed = new ArrayList<>();

    private RenameDetection(TreeChanges changes, Predicate<Entry> eligible) {
        deleted = sortedByPath(changes.deleted(), eligible);
        added = sortedByPath(changes.added(), eligible);
    }

    /**
     * All changes, in no particular order.
     *
     * @param eligible whether a file can be a rename at all
     * @param followed whether the file that was at this path is looked for when its bytes changed
     */
    static List<Change> apply(TreeChanges changes, Predicate<Entry> eligible, Predicate<String> followed) {
        RenameDetection detection = new RenameDetection(changes, eligible);
        detection.matchEqual(entry -> List.of(entry.content(), entry.baseName()));
        detection.matchEqual(Entry::content);
        detection.matchSimilar(followed);
        List<Change> all = new ArrayList<>(changes.modified());
        all.addAll(detection.renamed);
        left(changes.deleted(), eligible, detection.deleted).forEach(entry -> all.add(Change.deleted(entry)));
        left(changes.added(), eligible, detection.added).forEach(entry -> all.add(Change.added(entry)));
        return all;
    }

    private void matchEqual(Function<Entry, Object> key) {
        if (deleted.isEmpty() || added.isEmpty()) {
            return;
        }
        Map<Object, Deque<Entry>> sources = new HashMap<>();
        deleted.forEach(entry -> sources.computeIfAbsent(key.apply(entry), k -> new ArrayDeque<>())
                .add(entry));
        for (Entry after : List.copyOf(added)) {
            Deque<Entry> same = sources.get(key.apply(after));
            if (same != null && !same.isEmpty()) {
                rename(same.remove(), after, 100);
            }
        }
    }

    /** Those that are no rename. */
    private static Stream<Entry> left(List<Entry> all, Predicate<Entry> eligible, Set<Entry> unmatched) {
        return all.stream().filter(entry -> !eligible.test(entry) || unmatched.contains(entry));
    }

    private void matchSimilar(Predicate<String> followed) {
        List<Entry> sources =
                deleted.stream().filter(entry -> followed.test(entry.path())).toList();
        if ((long) sources.size() * added.size() > CANDIDATE_PAIRS) {
            return;
        }
        candidates(sources).stream().sorted(BEST_FIRST).forEach(candidate -> {
            if (deleted.contains(candidate.before) && added.contains(candidate.after)) {
                rename(candidate.before, candidate.after, candidate.similarity);
            }
        });
    }

    private List<Candidate> candidates(List<Entry> sources) {
        List<Fingerprint> targets =
                added.stream().map(entry -> Fingerprint.of(entry.content())).toList();
        List<Candidate> found = new ArrayList<>();
        for (Entry before : sources) {
            Fingerprint source = Fingerprint.of(before.content());
            int at = 0;
            for (Entry after : added) {
                int similarity = source.similarity(targets.get(at++));
                if (similarity >= THRESHOLD) {
                    found.add(new Candidate(before, after, similarity));
                }
            }
        }
        return found;
    }

    private void rename(Entry before, Entry after, int similarity) {
        deleted.remove(before);
        added.remove(after);
        renamed.add(Change.renamed(before, after, similarity));
    }

    private static Set<Entry> sortedByPath(List<Entry> entries, Predicate<Entry> eligible) {
        return entries.stream()
                .filter(eligible)
                .sorted(Comparator.comparing(Entry::path))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private record Candidate(Entry before, Entry after, int similarity) {}
}
