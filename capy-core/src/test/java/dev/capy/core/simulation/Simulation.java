package dev.capy.core.simulation;

import dev.capy.core.CapyWorld;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.stream.Collectors;

/** A world to which random things happen; the seed says which. */
final class Simulation {

    private static final int REMEMBERED = 20;

    final CapyWorld world;
    private final long seed;
    private final Operations operations;
    private final Invariants invariants;
    private final Deque<String> last = new ArrayDeque<>();
    private int count;

    Simulation(long seed) {
        this.seed = seed;
        Watcher watcher = new Watcher();
        this.world = SimulatedWorld.create(seed, watcher);
        this.operations = new Operations(world, new Random(seed));
        this.invariants = new Invariants(world, watcher);
    }

    /** Does so many random things, then stops everything. */
    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        operations.ending().forEach(this::perform);
        explained(invariants::checkTheEnd);
    }

    /** Does one random thing, and tells what it was. */
    String step() {
        Operation operation = operations.next();
        perform(operation);
        return operation.name();
    }

    private void perform(Operation operation) {
        if (last.size() == REMEMBERED) {
            last.removeFirst();
        }
        last.addLast(++count + ". " + world.clock().now() + " " + operation.name());
        explained(() -> {
            operation.work().run();
            invariants.check();
        });
    }

    private void explained(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + " failed: " + e.getMessage() + "\nThe last operations were\n"
                            + last.stream().collect(Collectors.joining("\n")),
                    e);
        }
    }
}
