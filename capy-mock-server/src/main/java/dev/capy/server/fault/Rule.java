package dev.capy.server.fault;

import dev.capy.server.journal.RecordedRequest;
import java.util.Optional;
import java.util.SplittableRandom;

/** A fault and how often it was met. Thread-safe. */
final class Rule {

    private final Fault fault;
    private final long seed;
    private long matched;
    private long used;

    /** @param worldSeed what chance is drawn from, together with the rule's name */
    Rule(Fault fault, long worldSeed) {
        this.fault = fault;
        this.seed = worldSeed * 31 + fault.name().hashCode();
    }

    Fault fault() {
        return fault;
    }

    /** What to draw its effect from when it strikes this request; empty when it does not. */
    synchronized Optional<SplittableRandom> strike(RecordedRequest request) {
        if (used >= fault.most() || !fault.when().matches(request)) {
            return Optional.empty();
        }
        matched++;
        SplittableRandom random = new SplittableRandom(seed + matched);
        if (!fault.on().strikes(matched, random.nextDouble())) {
            return Optional.empty();
        }
        used++;
        return Optional.of(random);
    }

    synchronized FaultUse use() {
        return new FaultUse(fault, matched, used);
    }
}
