package dev.capy.core.kernel;

import java.time.Instant;
import java.util.List;

/**
 * All that one transaction did, as a store needs it.
 *
 * @param now the world's time
 * @param idsDrawn how many ids the world has drawn so far
 * @param workDrawn how many fractions the world has drawn so far
 * @param changes what became of which record, in order; a record may appear more than once
 * @param scheduled the entries that joined the timeline; one may be among the ended ones too
 * @param ended the sequence numbers of the entries that left it: run or cancelled
 * @param lastEntry the highest sequence number an entry ever had
 * @param events what happened, in order
 */
public record Commit(
        Instant now,
        long idsDrawn,
        long workDrawn,
        List<Change> changes,
        List<Entry> scheduled,
        List<Long> ended,
        long lastEntry,
        List<Event> events) {}
