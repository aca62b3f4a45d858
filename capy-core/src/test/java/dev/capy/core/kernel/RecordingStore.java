package dev.capy.core.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A store that builds an image from the commits alone, and can be made to break. */
final class RecordingStore implements Store {

    private final List<Commit> commits = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    List<Commit> commits() {
        return commits;
    }

    /** Keeps so many commits more and then throws at each. */
    void breakAfter(int commitsMore) {
        left = commitsMore;
    }

    void repair() {
        left = Integer.MAX_VALUE;
    }

    /** A store that holds what this one holds now. */
    RecordingStore copy() {
        RecordingStore copy = new RecordingStore();
        copy.commits.addAll(commits);
        return copy;
    }

    @Override
    public CompletableFuture<Void> commit(Commit commit) {
        if (left <= 0) {
            throw new IllegalStateException("the disk is full");
        }
        left--;
        commits.add(commit);
        return KEPT;
    }

    @Override
    public Optional<Image> load() {
        if (commits.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, SortedMap<Long, Record>> rows = new TreeMap<>();
        Map<String, Long> lastSequences = new HashMap<>();
        NavigableMap<Long, Entry> timeline = new TreeMap<>();
        for (Commit commit : commits) {
            commit.changes().forEach(change -> apply(change, rows, lastSequences));
            commit.scheduled().forEach(entry -> timeline.put(entry.sequence(), entry));
            commit.ended().forEach(timeline::remove);
        }
        Commit last = commits.get(commits.size() - 1);
        Instant now = last.now();
        List<Entry> pending = List.copyOf(timeline.values());
        return Optional.of(
                new Image(now, 42, last.idsDrawn(), last.workDrawn(), rows, lastSequences, pending, last.lastEntry()));
    }

    private static void apply(
            Change change, SortedMap<String, SortedMap<Long, Record>> rows, Map<String, Long> lastSequences) {
        SortedMap<Long, Record> table = rows.computeIfAbsent(change.table(), name -> new TreeMap<>());
        lastSequences.merge(change.table(), change.sequence(), Math::max);
        Record after = change.after();
        if (after == null) {
            table.remove(change.sequence());
        } else {
            table.put(change.sequence(), after);
        }
    }
}
