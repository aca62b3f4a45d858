package dev.capy.core.capx;

import dev.capy.core.CapyWorld;
import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.AgentStatus;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.company.NewCompany;
import dev.capy.core.capx.task.NewTask;
import dev.capy.core.capx.task.Task;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.Tx;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A company in a world of its own, as the holder of a key sees it. */
public final class Firm {

    /** An account with a live and a test key, and nothing else. */
    public static final Fixture EMPTY = Fixture.empty()
            .capxAccount(
                    "acct",
                    account -> account.credits(100_000)
                            .key("capx_sk_live_a", key -> key)
                            .key("capx_sk_test_a", key -> key));

    private static final Duration LONG_ENOUGH = Duration.ofDays(2);

    private final CapyWorld world;
    private final ApiKey key;
    private final String id;

    private Firm(CapyWorld world, ApiKey key, String id) {
        this.world = world;
        this.key = key;
        this.id = id;
    }

    /** A company that works by itself, with one agent, the strategist. */
    public static Firm create() {
        return create(EMPTY, NewCompany.of("acme", NewAgent.of("strategist")));
    }

    public static Firm create(UnaryOperator<NewCompany> how) {
        return create(EMPTY, how.apply(NewCompany.of("acme", NewAgent.of("strategist"))));
    }

    public static Firm create(Fixture fixture, NewCompany wanted) {
        CapyWorld world = CapyWorld.builder().seed(7).fixture(fixture).build();
        return in(world, "capx_sk_live_a", wanted);
    }

    public static Firm in(CapyWorld world, String keyName, NewCompany wanted) {
        ApiKey key = world.read(view -> world.capx().accounts().key(view, keyName));
        Company company = world.write(tx -> world.capx().companies().create(tx, key, wanted));
        return new Firm(world, key, company.id());
    }

    /** The newest company that a key sees. */
    public static Firm any(CapyWorld world, String keyName) {
        ApiKey key = world.read(view -> world.capx().accounts().key(view, keyName));
        Company company = world.read(view -> world.capx()
                .companies()
                .visible(view, key, Long.MAX_VALUE)
                .findFirst()
                .orElseThrow());
        return new Firm(world, key, company.id());
    }

    /** Another company of the same world. */
    public Firm beside(String keyName, NewCompany wanted) {
        return in(world, keyName, wanted);
    }

    public CapyWorld world() {
        return world;
    }

    public Capx capx() {
        return world.capx();
    }

    public ApiKey key() {
        return key;
    }

    public String id() {
        return id;
    }

    public Company company() {
        return world.read(view -> capx().companies().visible(view, key, id));
    }

    public Agent agent(String role) {
        return world.read(view -> capx().agents().visible(view, company(), role));
    }

    public Agent strategist() {
        return agent("strategist");
    }

    public long balance() {
        return world.read(view -> capx().accounts().balance(view, key));
    }

    public Task create(NewTask wanted) {
        return world.write(tx -> capx().tasks().create(tx, capx().companies().visible(tx, key, id), wanted));
    }

    public Task create(String title) {
        return create(NewTask.of(title));
    }

    public Task task(String taskId) {
        return world.read(view -> capx().tasks().get(view, taskId));
    }

    public List<Task> tasks() {
        return world.read(
                view -> capx().tasks().ofCompany(view, id).newestFirst().toList());
    }

    public Approval approval() {
        return world.read(
                view -> capx().approvals().ofCompany(view, id).newest().orElseThrow());
    }

    /** Does something with the strategist. */
    public <T> T withAgent(BiFunction<Tx, Agent, T> what) {
        return withAgent("strategist", what);
    }

    public <T> T withAgent(String role, BiFunction<Tx, Agent, T> what) {
        return world.write(tx ->
                what.apply(tx, capx().agents().visible(tx, capx().companies().get(tx, id), role)));
    }

    /** Does something with the company. */
    public <T> T withCompany(BiFunction<Tx, Company, T> what) {
        return world.write(tx -> what.apply(tx, capx().companies().get(tx, id)));
    }

    /** What has happened in it, newest first. */
    public List<Happening> activity() {
        return world.read(view -> capx().activities()
                .ofCompany(view, id)
                .newestFirst()
                .map(Activity::what)
                .toList());
    }

    /** The dotted names of what has happened in it, oldest first. */
    public List<String> events() {
        return world.read(view -> capx().activities()
                .ofCompany(view, id)
                .oldestFirst()
                .map(activity -> activity.what().event())
                .toList());
    }

    public long costs() {
        return activity().stream().mapToLong(Happening::cost).sum();
    }

    public Firm untilIdle() {
        world.clock().runUntilIdle(LONG_ENOUGH);
        return this;
    }

    public Firm advance(Duration by) {
        world.clock().advance(by);
        return this;
    }

    /** Until all of its agents are ready. */
    public Firm started() {
        world.clock()
                .runUntil(
                        view -> capx().agents()
                                .ofCompany(view, id)
                                .oldestFirst()
                                .noneMatch(agent -> agent.status() == AgentStatus.INITIALIZING),
                        LONG_ENOUGH);
        return this;
    }
}
