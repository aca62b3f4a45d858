package dev.capy.server.fuzz;

import java.util.Set;
import java.util.TreeSet;

/** Counts what came back. Not thread-safe. */
final class Tally {

    private final long[] right = new long[6];
    private final long[] wrong = new long[6];
    private final Set<String> answered = new TreeSet<>();

    void add(Attempt attempt, int status) {
        (attempt.isRight() ? right : wrong)[status / 100]++;
        if (attempt.isRight() && status == 200) {
            answered.add(attempt.target().id());
        }
    }

    Tally plus(Tally other) {
        for (int i = 0; i < right.length; i++) {
            right[i] += other.right[i];
            wrong[i] += other.wrong[i];
        }
        answered.addAll(other.answered);
        return this;
    }

    /** The operations that had a success. */
    Set<String> answered() {
        return answered;
    }

    long total() {
        long total = 0;
        for (int i = 0; i < right.length; i++) {
            total += right[i] + wrong[i];
        }
        return total;
    }

    @Override
    public String toString() {
        return String.format(
                "%,d requests: right ones 2xx %,d, 4xx %,d, 5xx %,d; wrong ones 2xx %,d, 4xx %,d, 5xx %,d",
                total(), right[2], right[4], right[5], wrong[2], wrong[4], wrong[5]);
    }
}
