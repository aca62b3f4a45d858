package dev.capy.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Nothing in a world depends on the machine it runs on. */
class DeterminismTest {

    private static final ArchRule NOTHING_FROM_OUTSIDE = noClasses()
            .should()
            .accessTargetWhere(Outside.access())
            .orShould()
            .dependOnClassesThat(belongToAnyOf(
                    Random.class,
                    ThreadLocalRandom.class,
                    SplittableRandom.class,
                    Executors.class,
                    ThreadPoolExecutor.class,
                    ForkJoinPool.class,
                    Timer.class))
            .because("time, chance and order of a world come from its kernel")
            .allowEmptyShould(true);

    @Test
    void nothingComesFromOutsideTheWorld() {
        NOTHING_FROM_OUTSIDE.check(CoreClasses.ALL);
    }

    /** A store keeps commits in its own time; what is in them is decided before. */
    @Test
    void nothingButTheKernelWaitsForStores() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.capy.core.kernel")
                .should()
                .dependOnClassesThat(belongToAnyOf(CompletableFuture.class))
                .check(CoreClasses.ALL);
    }

    @Test
    void whatComesFromOutsideIsFound() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        List<String> found =
                NOTHING_FROM_OUTSIDE.evaluate(offender).getFailureReport().getDetails();

        assertThat(found)
                .anyMatch(line -> line.contains("Instant.now()"))
                .anyMatch(line -> line.contains("LocalDate.now(java.time.ZoneId)"))
                .anyMatch(line -> line.contains("System.nanoTime()"))
                .anyMatch(line -> line.contains("Date.<init>()"))
                .anyMatch(line -> line.contains("UUID.randomUUID()"))
                .anyMatch(line -> line.contains("parallelStream()"))
                .anyMatch(line -> line.contains("Thread.start()"))
                .anyMatch(line -> line.contains("java.util.Random.<init>(long)"))
                .noneMatch(line -> line.contains("innocent"));
    }

    /** Never runs. */
    @SuppressWarnings({"unused", "JavaUtilDate"})
    private static final class Offender {

        private final Supplier<Instant> time = Instant::now;
        private final LocalDate day = LocalDate.now(ZoneOffset.UTC);
        private final long nanos = System.nanoTime();
        private final Date date = new Date();
        private final UUID id = UUID.randomUUID();
        private final long count = List.of(1).parallelStream().count();
        private final int chance = new Random(1).nextInt();

        static void start(Thread thread) {
            thread.start();
        }

        static Instant innocent(Clock clock) {
            return Instant.now(clock);
        }
    }
}
