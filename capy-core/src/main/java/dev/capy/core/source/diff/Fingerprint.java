package dev.capy.core.source.diff;

import dev.capy.core.files.Content;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file's bytes cut into spans (lines, longer ones every 64 bytes) with how many bytes each distinct span stands for:
 * git's measure of what two files have in common.
 */
final class Fingerprint {

    private static final int LONGEST_SPAN = 64;

    private final int size;
    private final long[] spans;
    private final int[] bytes;

    private Fingerprint(int size, Map<Long, Integer> counts) {
        this.size = size;
        this.spans = counts.keySet().stream().mapToLong(Long::longValue).toArray();
        this.bytes = counts.values().stream().mapToInt(Integer::intValue).toArray();
    }

    static Fingerprint of(Content content) {
        byte[] all = content.bytes();
        boolean text = !content.isBinary();
        Map<Long, Integer> counts = new TreeMap<>();
        long hash = 0;
        int length = 0;
        for (int i = 0; i < all.length; i++) {
            // A line is the same line whichever way it ends.
            if (text && all[i] == '\r' && i + 1 < all.length && all[i + 1] == '\n') {
                continue;
            }
            hash = (hash + all[i] + 1) * 0x9E3779B97F4A7C15L;
            length++;
            if (length == LONGEST_SPAN || all[i] == '\n') {
                counts.merge(hash ^ (hash >>> 29), length, Integer::sum);
                hash = 0;
                length = 0;
            }
        }
        if (length > 0) {
            counts.merge(hash ^ (hash >>> 29), length, Integer::sum);
        }
        return new Fingerprint(all.length, counts);
    }

    /** How much of the larger file both have, in percent, rounded down; 0 when one is empty. */
    int similarity(Fingerprint other) {
        long larger = Math.max(size, other.size);
        long smaller = Math.min(size, other.size);
        if (smaller * 100 < larger * RenameDetection.THRESHOLD || larger == 0) {
            return 0;
        }
        return (int) (common(other) * 100 / larger);
    }

    private long common(Fingerprint other) {
        long common = 0;
        int i = 0;
        int j = 0;
        while (i < spans.length && j < other.spans.length) {
            if (spans[i] == other.spans[j]) {
                common += Math.min(bytes[i++], other.bytes[j++]);
            } else if (spans[i] < other.spans[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
