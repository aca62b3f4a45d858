package dev.capy.core.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.script.AgentType;
import dev.capy.core.thread.CaptainThread;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final Instant START = CapyClock.EPOCH;
    private static final UsageQuery EVERYTHING = query("org_demo", START, START.plus(Duration.ofDays(1)));

    private final CapyWorld world = CapyWorld.builder().seed(7).build();

    private static UsageQuery query(String organization, Instant from, Instant to) {
        return new UsageQuery(
                organization,
                from,
                to,
                true,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                UsageQuery.Order.LAST_ACTIVITY,
                true);
    }

    private UsageReport report(UsageQuery query) {
        return world.read(view -> world.usage().report(view, query));
    }

    private CaptainThread threadOf(String token) {
        CaptainThread thread = world.as(token).startThread("proj_demo", "Add a login page.");
        world.clock().runUntilIdle();
        return thread;
    }

    @Test
    void hasARunForTheCaptainAndOneForTheBuildAgent() {
        CaptainThread thread = threadOf("capy_demo");

        assertThat(report(EVERYTHING).runs())
                .extracting(RunUsage::agentType)
                .containsExactlyInAnyOrder(AgentType.CAPTAIN, AgentType.BUILD);
        assertThat(report(EVERYTHING).runs())
                .anySatisfy(run -> assertThat(run.jamId()).isEqualTo(thread.id()));
        assertThat(report(EVERYTHING).runs()).allSatisfy(run -> {
            assertThat(run.cost().llmDollars()).isPositive();
            assertThat(run.cost().vmDollars()).isPositive();
            assertThat(run.modelCount()).isEqualTo(1);
        });
    }

    @Test
    void sumsUpToTheMicroDollar() {
        threadOf("capy_demo");
        threadOf("capy_demo_member");

        UsageReport report = report(EVERYTHING);
        BigDecimal runs =
                report.runs().stream().map(run -> run.cost().totalDollars()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal users =
                report.users().values().stream().map(Cost::totalDollars).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(report.total().totalDollars()).isEqualByComparingTo(runs).isEqualByComparingTo(users);
        assertThat(report.users().keySet()).extracting(User::id).containsExactlyInAnyOrder("user_owner", "user_member");
    }

    @Test
    void countsOnlyWhatWasChargedInItsTime() {
        threadOf("capy_demo");
        Instant between = world.clock().now().plusSeconds(1);
        world.clock().advanceTo(between);
        threadOf("capy_demo");

        UsageReport earlier = report(query("org_demo", START, between));
        UsageReport later = report(query("org_demo", between, START.plus(Duration.ofDays(1))));

        assertThat(earlier.total().plus(later.total()).totalDollars())
                .isEqualByComparingTo(report(EVERYTHING).total().totalDollars());
        assertThat(earlier.runs()).hasSize(2);
        assertThat(later.runs()).hasSize(2);
    }

    @Test
    void isTheOrganizationsOwn() {
        threadOf("capy_demo");

        assertThat(report(query("org_other", START, START.plus(Duration.ofDays(1))))
                        .runs())
                .isEmpty();
    }

    @Test
    void isSortedAsAskedFor() {
        threadOf("capy_demo");
        threadOf("capy_demo_member");
        UsageQuery cheapestFirst = new UsageQuery(
                "org_demo",
                START,
                START.plus(Duration.ofDays(1)),
                true,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                UsageQuery.Order.COST,
                false);

        assertThat(report(cheapestFirst).runs())
                .extracting(run -> run.cost().totalDollars())
                .isSorted();
    }

    @Test
    void chargesForMachinesOnlyWhileTheyAreOnAHost() {
        CaptainThread thread = threadOf("capy_demo");
        BigDecimal before =
                world.read(view -> world.usage().of(view, thread.id())).vmDollars();

        world.clock().advance(Duration.ofHours(10));

        assertThat(world.read(view -> world.usage().of(view, thread.id())).vmDollars())
                .isEqualByComparingTo(before);
    }
}
