package dev.capy.server.store;

import dev.capy.core.kernel.Change;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Entry;
import dev.capy.core.kernel.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What several commits of one world come to: of each record and entry, the last that became of it. Not thread-safe. */
final class Batch {

    /** A record in the table of this name. */
    record Row(String table, long sequence) {}

    /**
     * What became of a record.
     *
     * @param isNew whether nothing is kept of it
     * @param record what it is now; null when it is gone
     */
    record Fate(boolean isNew, @Nullable Record record) {}

    /** An event and its time. */
    record Told(Instant at, Event event) {}

    private final Map<Row, Fate> records = new LinkedHashMap<>();
    private final Map<String, Long> lastSequences = new HashMap<>();
    private final Map<Long, Entry> scheduled = new TreeMap<>();
    private final TreeSet<Long> ended = new TreeSet<>();
    private final List<Told> events = new ArrayList<>();
    private final Commit last;

    /** @param commits at least one, in their order */
    Batch(List<Commit> commits) {
        this(commits, Map.of());
    }

    /** @param lastSequences the highest sequence number that was ever given in each table */
    Batch(List<Commit> commits, Map<String, Long> lastSequences) {
        this.lastSequences.putAll(lastSequences);
        commits.forEach(this::add);
        last = commits.get(commits.size() - 1);
    }

    private void add(Commit commit) {
        commit.changes().forEach(this::add);
        commit.scheduled().forEach(entry -> scheduled.put(entry.sequence(), entry));
        for (Long sequence : commit.ended()) {
            if (scheduled.remove(sequence) == null) {
                ended.add(sequence);
            }
        }
        commit.events().forEach(event -> events.add(new Told(commit.now(), event)));
    }

    private void add(Change change) {
        Row row = new Row(change.table(), change.sequence());
        Fate before = records.get(row);
        boolean isNew = before == null ? change.before() == null : before.isNew();
        if (isNew && change.after() == null) {
            records.remove(row);
        } else {
            records.put(row, new Fate(isNew, change.after()));
        }
        lastSequences.merge(change.table(), change.sequence(), Math::max);
    }

    Map<Row, Fate> records() {
        return records;
    }

    /** The highest sequence number that was given in each table of which there are changes. */
    Map<String, Long> lastSequences() {
        return lastSequences;
    }

    /** The entries that joined the timeline and are still there. */
    Iterable<Entry> scheduled() {
        return scheduled.values();
    }

    /** The entries that left it. */
    Iterable<Long> ended() {
        return ended;
    }

    List<Told> events() {
        return events;
    }

    /** Where the world stands after all of them. */
    Commit last() {
        return last;
    }
}
