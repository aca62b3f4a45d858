package dev.capy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Whether a server held no more at the end of a run than at its start. */
final class SoakVerdict {

    private static final double HEAP_SLACK = 1.05;
    private static final int FILES_SLACK = 2;
    private static final int THREADS_SLACK = 3;
    private static final int MOST_COMPARED = 3;

    private final List<SoakSample> first;
    private final List<SoakSample> last;

    /** @param samples one of each minute; the first, in which caches fill, does not count */
    SoakVerdict(List<SoakSample> samples) {
        int compared = Math.max(1, Math.min(MOST_COMPARED, (samples.size() - 1) / 2));
        int from = Math.min(1, samples.size() - 1);
        first = samples.subList(from, from + compared);
        last = samples.subList(samples.size() - compared, samples.size());
    }

    /** What grew, in words; empty when nothing did. */
    List<String> growth() {
        List<String> growth = new ArrayList<>();
        compare(growth, "heap after GC", SoakSample::heap, Math.round(median(first, SoakSample::heap) * HEAP_SLACK));
        compare(growth, "open files", SoakSample::files, median(first, SoakSample::files) + FILES_SLACK);
        compare(growth, "threads", SoakSample::threads, median(first, SoakSample::threads) + THREADS_SLACK);
        return growth;
    }

    private void compare(List<String> growth, String what, ToLongFunction<SoakSample> value, long most) {
        long end = median(last, value);
        if (end > most) {
            growth.add("%s grew from %,d to %,d".formatted(what, median(first, value), end));
        }
    }

    private static long median(List<SoakSample> samples, ToLongFunction<SoakSample> value) {
        return samples.stream().mapToLong(value).sorted().toArray()[samples.size() / 2];
    }
}
