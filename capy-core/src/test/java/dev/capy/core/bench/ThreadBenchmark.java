package dev.capy.core.bench;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.RunState;
import java.util.ArrayList;
import java.util.List;

/**
 * How long threads with one task each take in one world, all started at once on the hosts of the default fixture: so most
 * of them queue. Prints how the time and the memory grow from 1,000 to 10,000.
 */
public final class ThreadBenchmark {

    private static final int ROUNDS = 3;
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;

    private ThreadBenchmark() {}

    /** What a round showed. */
    private record Round(double seconds, long bytes) {}

    public static void main(String[] arguments) {
        round(FEW);
        List<Round> few = new ArrayList<>();
        List<Round> many = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            few.add(round(FEW));
            many.add(round(MANY));
        }
        Round one = median(few);
        Round ten = median(many);
        System.out.printf("threads   seconds   ms a thread   heap MB   KB a thread%n");
        print(FEW, one);
        print(MANY, ten);
        System.out.printf(
                "10 times the threads: %.1f times the time, %.1f times the heap%n",
                ten.seconds() / one.seconds(), (double) ten.bytes() / one.bytes());
    }

    private static void print(int count, Round round) {
        System.out.printf(
                "%7d   %7.2f   %11.3f   %7.1f   %11.1f%n",
                count,
                round.seconds(),
                1000 * round.seconds() / count,
                round.bytes() / 1e6,
                round.bytes() / 1e3 / count);
    }

    private static Round median(List<Round> rounds) {
        return rounds.stream()
                .sorted((a, b) -> Double.compare(a.seconds(), b.seconds()))
                .toList()
                .get(rounds.size() / 2);
    }

    private static Round round(int count) {
        long before = used();
        long start = System.nanoTime();
        CapyWorld world = CapyWorld.builder().seed(7).build();
        Member owner = world.as("capy_demo");
        List<String> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(owner.startThread("proj_demo", "Add page " + i + ".").id());
        }
        world.clock().runUntilIdle();
        double seconds = (System.nanoTime() - start) / 1e9;
        for (String thread : threads) {
            CaptainThread ended = owner.thread(thread);
            if (ended.runState() != RunState.READY) {
                throw new IllegalStateException(ended.toString());
            }
        }
        return new Round(seconds, used() - before);
    }

    @SuppressWarnings("deprecation")
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
