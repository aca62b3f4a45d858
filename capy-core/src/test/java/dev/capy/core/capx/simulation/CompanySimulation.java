package dev.capy.core.capx.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.capx.Firm;
import dev.capy.core.capx.company.AgentConfig;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.company.NewCompany;
import dev.capy.core.capx.governance.GovernanceMode;
import dev.capy.core.capx.webhook.NewWebhook;
import dev.capy.core.capx.webhook.WebhookSender.Answer;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.Entry;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A world of a few companies to which random things happen for 30 days; the seed says which. */
final class CompanySimulation {

    private static final Duration LENGTH = Duration.ofDays(30);
    private static final int MOST_HOURS = 16;
    private static final int REMEMBERED = 20;
    private static final List<String> ROLES = List.of("strategist", "engineer", "marketer", "support");

    private final long seed;
    private final Random random;
    private final CapyWorld world;
    private final List<Firm> firms = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();

    CompanySimulation(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.world = CapyWorld.builder()
                .seed(seed)
                .fixture(fixture())
                .webhookSender(shipment -> Answer.of(shipment.body().length() % 3 == 0 ? 500 : 200))
                .build();
        firms.add(Firm.in(world, "capx_sk_live_a", company("one")));
        firms.add(Firm.in(world, "capx_sk_live_a", company("two")));
        firms.add(Firm.in(world, "capx_sk_test_a", company("sandbox")));
        Firm first = firms.get(0);
        world.write(tx -> world.capx()
                .webhooks()
                .register(
                        tx,
                        first.key(),
                        NewWebhook.of("http://localhost/").events("task.completed", "budget.exceeded")));
    }

    private Fixture fixture() {
        return Fixture.empty()
                .capxAccount(
                        "acct",
                        account -> account.credits(random.nextInt(3_000))
                                .key("capx_sk_live_a", key -> key)
                                .key("capx_sk_test_a", key -> key))
                .script(
                        Script.company(
                                "hard",
                                When.prompt("hard"),
                                agent -> agent.think()
                                        .use("deploy")
                                        .spend(40)
                                        .think()
                                        .say("Hard.")),
                        Script.company(
                                "asking",
                                When.prompt("ask"),
                                agent -> agent.think()
                                        .requestApproval("publish", "It is ready.", 30)
                                        .spend(30)),
                        Script.company(
                                "failing",
                                When.prompt("fail"),
                                agent -> agent.use("web_search").fail("It does not work.")));
    }

    private NewCompany company(String name) {
        NewAgent[] agents = IntStream.range(0, 1 + random.nextInt(ROLES.size()))
                .mapToObj(i -> agent(ROLES.get(i)))
                .toArray(NewAgent[]::new);
        return NewCompany.of(name, agents)
                .config(config -> config.mode(
                                random.nextInt(4) == 0 ? GovernanceMode.HUMAN_IN_LOOP : GovernanceMode.AUTONOMOUS)
                        .budgetLimitDaily(random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(5)))
                        .timezone(random.nextBoolean() ? "UTC" : "America/New_York"))
                .governance(limits -> limits.killSwitch(true)
                        .spendCap(random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(300)))
                        .approvalRequired(random.nextBoolean() ? "deploy" : "outbound-email")
                        .autoApproveBelow(random.nextInt(4) == 0 ? BigDecimal.valueOf(20) : null));
    }

    private NewAgent agent(String role) {
        AgentConfig config = AgentConfig.DEFAULT
                .heartbeatInterval(600 + random.nextInt(20_000))
                .budgetLimitDaily(random.nextInt(3) > 0 ? null : new BigDecimal("0.20"));
        NewAgent agent = NewAgent.of(role).config(config);
        return random.nextInt(3) > 0 ? agent : agent.budget(random.nextInt(120));
    }

    void run() {
        CompanyOperations operations = new CompanyOperations(random);
        List<CompanyInvariants> invariants =
                firms.stream().map(CompanyInvariants::new).toList();
        try {
            while (world.clock().now().isBefore(CapyClock.EPOCH.plus(LENGTH))) {
                Firm firm = firms.get(random.nextInt(firms.size()));
                remember(operations.perform(firm));
                world.clock().advance(Duration.ofMinutes(random.nextInt(MOST_HOURS * 60)));
                invariants.forEach(CompanyInvariants::check);
            }
            end(invariants);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + " failed: " + e.getMessage() + "\nThe last operations were\n"
                            + String.join("\n", last),
                    e);
        }
    }

    private void remember(String operation) {
        if (last.size() == REMEMBERED) {
            last.removeFirst();
        }
        last.addLast(world.clock().now() + " " + operation);
    }

    /** Destroys everything: nothing is left that is still to come. */
    private void end(List<CompanyInvariants> invariants) {
        firms.forEach(firm -> firm.withCompany((tx, company) -> {
            world.capx().companies().delete(tx, company);
            return company;
        }));
        world.clock().advance(Duration.ofDays(2));
        invariants.forEach(CompanyInvariants::checkTheEnd);
        assertThat(world.clock().pending()).extracting(Entry::name).isEmpty();
    }
}
