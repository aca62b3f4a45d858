package dev.capy.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.CapyServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every operation of every edition, asked rightly in every way that its document allows and wrongly in every way that it
 * does not. {@code -Dcapy.fuzz.requests=1000000} asks more; {@code -Dcapy.fuzz.seed=1} asks others.
 */
class ContractFuzzTest {

    private static final int REQUESTS = Integer.getInteger("capy.fuzz.requests", 21_000);
    private static final long SEED = Long.getLong("capy.fuzz.seed", 20_260_626);
    private static final int CHAPTER = 600;

    @Test
    void takesWhatTheDocumentsAllowAndNothingElse() {
        List<Chapter> chapters = CapyServer.EDITIONS.stream()
                .flatMap(edition -> chapters(edition).stream())
                .toList();
        Map<String, Tally> tallies = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        chapters.parallelStream().forEach(chapter -> {
            String failure = run(chapter, tallies);
            synchronized (failures) {
                failures.addAll(failure.isEmpty() ? List.of() : List.of(failure));
            }
        });
        tallies.forEach((edition, tally) -> System.out.printf("fuzz %s, seed %d: %s%n", edition, SEED, tally));

        assertThat(failures).isEmpty();
        assertThat(tallies.values().stream().mapToLong(Tally::total).sum()).isGreaterThanOrEqualTo(REQUESTS);
        tallies.forEach((edition, tally) -> assertThat(tally.answered())
                .as("operations of %s that had a success", edition)
                .containsExactlyInAnyOrderElementsOf(
                        Spec.of(edition).targets().stream().map(Spec.Target::id).toList()));
    }

    /** Runs a chapter; what has failed, empty for nothing. */
    private static String run(Chapter chapter, Map<String, Tally> tallies) {
        try {
            Tally tally = chapter.run();
            synchronized (tallies) {
                tallies.computeIfAbsent(chapter.edition(), ignored -> new Tally())
                        .plus(tally);
            }
            return "";
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<Chapter> chapters(String edition) {
        Random random = new Random(SEED + edition.hashCode());
        Requests requests = new Requests(Spec.of(edition));
        List<Attempt> attempts = new ArrayList<>(requests.systematic());
        while (attempts.size() < REQUESTS / CapyServer.EDITIONS.size() + 1) {
            attempts.add(requests.random(random));
        }
        Collections.shuffle(attempts, random);
        List<Chapter> chapters = new ArrayList<>();
        for (int from = 0; from < attempts.size(); from += CHAPTER) {
            List<Attempt> some = attempts.subList(from, Math.min(from + CHAPTER, attempts.size()));
            String name = "edition " + edition + ", seed " + SEED + ", chapter " + chapters.size();
            chapters.add(new Chapter(edition, name, List.copyOf(some)));
        }
        return chapters;
    }
}
