package dev.capy.core.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A whole world as it is kept: enough to go on exactly where it stood.
 *
 * @param now the world's time
 * @param seed the world's seed
 * @param idsDrawn how many ids the world has drawn
 * @param workDrawn how many fractions the world has drawn
 * @param rows the records by the name of their table and their sequence number
 * @param lastSequences the highest sequence number ever given in a table, by the table's name
 * @param timeline the pending entries, in the order of scheduling
 * @param lastEntry the highest sequence number an entry ever had
 */
public record Image(
        Instant now,
        long seed,
        long idsDrawn,
        long workDrawn,
        SortedMap<String, SortedMap<Long, Record>> rows,
        Map<String, Long> lastSequences,
        List<Entry> timeline,
        long lastEntry) {}
