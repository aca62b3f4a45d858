package dev.capy.core.bench;

import dev.capy.core.CapyWorld;
import dev.capy.core.capx.Firm;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.company.NewCompany;
import dev.capy.core.capx.task.NewTask;
import dev.capy.core.fixture.Fixture;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How long 30 days of a company of 20 agents take, with a heartbeat every five minutes and a task every hour. */
public final class CompanyBenchmark {

    private static final int ROUNDS = 5;
    private static final int AGENTS = 20;
    private static final int DAYS = 30;

    private CompanyBenchmark() {}

    public static void main(String[] arguments) {
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            seconds[i] = round();
            System.out.printf("round %d: %.2f s%n", i + 1, seconds[i]);
        }
        Arrays.sort(seconds);
        System.out.printf("%d agents, %d days: median %.2f s%n", AGENTS, DAYS, seconds[ROUNDS / 2]);
    }

    private static double round() {
        NewAgent[] agents = IntStream.range(0, AGENTS)
                .mapToObj(i -> NewAgent.of("agent-" + i))
                .toArray(NewAgent[]::new);
        Fixture fixture = Fixture.empty()
                .capxAccount("acct", account -> account.credits(1_000_000).key("capx_sk_live_a", key -> key));
        long start = System.nanoTime();
        CapyWorld world = CapyWorld.builder().fixture(fixture).build();
        Firm firm =
                Firm.in(world, "capx_sk_live_a", NewCompany.of("acme", agents)).started();
        for (int hour = 0; hour < DAYS * 24; hour++) {
            firm.create(NewTask.of("task " + hour));
            firm.advance(Duration.ofHours(1));
        }
        if (firm.costs() != DAYS * 24 * (2 + 2 + 5)) {
            throw new IllegalStateException("not all tasks were done: " + firm.costs());
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
