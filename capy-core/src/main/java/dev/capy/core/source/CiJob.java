package dev.capy.core.source;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a repository runs by itself for each new head of an open pull request: a check of its name. Immutable.
 *
 * @param name the check's name, unique in the repository
 * @param duration how long it nominally takes; every run within 20 % of that
 * @param conclusions how its first, second, … run on a branch comes out; the last one repeats
 */
public record CiJob(String name, Duration duration, List<Conclusion> conclusions) {

    public CiJob {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(duration, "duration");
        conclusions = List.copyOf(conclusions);
    }

    /** @param run from 1 */
    Conclusion conclusion(int run) {
        return conclusions.get(Math.min(run, conclusions.size()) - 1);
    }
}
