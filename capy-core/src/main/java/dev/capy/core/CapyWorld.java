package dev.capy.core;

import dev.capy.core.account.Accounts;
import dev.capy.core.account.User;
import dev.capy.core.automation.Automations;
import dev.capy.core.browser.BrowserSnapshots;
import dev.capy.core.catalog.ModelCatalog;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.JsonText;
import dev.capy.core.kernel.Kernel;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Budget;
import dev.capy.core.project.PersonalVariables;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.StepRun;
import dev.capy.core.review.Reviews;
import dev.capy.core.script.Scripts;
import dev.capy.core.session.Sessions;
import dev.capy.core.setup.LegacyHooks;
import dev.capy.core.setup.Setups;
import dev.capy.core.snapshot.Snapshots;
import dev.capy.core.source.Checks;
import dev.capy.core.source.PullRequests;
import dev.capy.core.source.Sources;
import dev.capy.core.task.Tasks;
import dev.capy.core.thread.Threads;
import dev.capy.core.usage.Runs;
import dev.capy.core.usage.Usage;
import dev.capy.core.vm.InMemoryHypervisor;
import dev.capy.core.warmpool.WarmPools;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One isolated universe: organizations, projects, repositories, agents and virtual machines, with a time of its own. The
 * same seed and the same calls in the same order give the same world, byte for byte.
 *
 * <pre>{@code
 * CapyWorld world = CapyWorld.builder().seed(42).build();
 * CaptainThread thread = world.as("capy_demo").startThread("proj_demo", "Add a login page.");
 * world.clock().runUntilIdle();
 * }</pre>
 *
 * <p>Thread-safe: changes happen one after the other, looks never wait.
 */
public final class CapyWorld {

    private final long seed;
    private final Kernel kernel;
    private final Accounts accounts;
    private final Projects projects;
    private final PersonalVariables personalVariables;
    private final ModelCatalog models = new ModelCatalog();
    private final Sources sources;
    private final InMemoryHypervisor hypervisor;
    private final Setups setups;
    private final Provisioner provisioner;
    private final WarmPools warmPools;
    private final Snapshots snapshots;
    private final Sessions sessions;
    private final BrowserSnapshots browserSnapshots;
    private final Tasks tasks;
    private final Threads threads;
    private final Automations automations;
    private final PullRequests pullRequests;
    private final Checks checks;
    private final Reviews reviews;
    private final Scripts scripts;
    private final Usage usage;
    private final Surroundings surroundings = new Surroundings(this);

    private CapyWorld(Builder builder) {
        seed = builder.seed;
        Registry registry = new Registry();
        var settings = builder.fixture.settings();
        scripts = new Scripts(registry);
        accounts = new Accounts(registry);
        projects = new Projects(registry);
        Budget budget = new Budget(accounts, projects);
        personalVariables = new PersonalVariables(registry);
        sources = new Sources(registry);
        hypervisor = new InMemoryHypervisor(registry, settings.vm());
        LegacyHooks legacyHooks = new LegacyHooks(builder.structuredText);
        setups = new Setups(registry, sources, legacyHooks);
        Plans plans = new Plans(setups);
        StepRun steps = new StepRun(hypervisor, sources, legacyHooks, settings.provisioning());
        provisioner = new Provisioner(registry, hypervisor, steps);
        warmPools = new WarmPools(registry, accounts, projects, hypervisor, plans, provisioner);
        snapshots = new Snapshots(registry, projects, setups, hypervisor, provisioner, settings.snapshot());
        sessions = new Sessions(registry, projects, hypervisor, seed);
        browserSnapshots = new BrowserSnapshots(registry, hypervisor);
        pullRequests = new PullRequests(registry, sources);
        checks = new Checks(registry, sources, pullRequests);
        reviews = new Reviews(
                registry, budget, sources, pullRequests, hypervisor, provisioner, scripts, settings.review());
        tasks = new Tasks(
                registry,
                projects,
                budget,
                personalVariables,
                sources,
                pullRequests,
                hypervisor,
                provisioner,
                plans,
                warmPools,
                snapshots,
                setups,
                scripts,
                settings.task());
        threads = new Threads(
                registry,
                projects,
                budget,
                personalVariables,
                sources,
                hypervisor,
                provisioner,
                sessions,
                browserSnapshots,
                tasks,
                checks,
                reviews,
                scripts,
                settings.thread());
        usage = new Usage(registry, accounts, new Runs(accounts, projects, threads, tasks, reviews));
        automations =
                new Automations(registry, accounts, projects, sources, models, tasks, threads, builder.routingSecrets);
        kernel = new Kernel(registry, builder.store, builder.start, seed);
        kernel.clock().mode(builder.clock);
        new Seeding(accounts, projects, sources, hypervisor, scripts).seed(kernel, builder.fixture);
    }

    /** A world of the default fixture with seed 0, whose time moves only when it is told to. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its time. */
    public CapyClock clock() {
        return kernel.clock();
    }

    /** What its ids and its randomness are drawn from. */
    public long seed() {
        return seed;
    }

    /** The SHA-256 of its whole state in lower-case hex: equal when two worlds are. Secrets are no part of it. */
    public String digest() {
        return kernel.digest();
    }

    /**
     * What a member of this world can do.
     *
     * @param token the name of one of its API tokens, for example {@code capy_demo}
     * @throws NotFound when there is no such token
     */
    public Member as(String token) {
        User user = kernel.read(view -> accounts.owner(view, token));
        return new Member(this, user);
    }

    /** What happens around the platform, and what can be seen of agents that no API tells. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Looks at the world as it is now. Never waits. */
    public <T> T read(Function<? super View, ? extends T> reader) {
        return kernel.read(reader);
    }

    /** Changes the world in one transaction, then runs everything that is due by now. All of it happens or nothing. */
    public <T> T write(Function<? super Tx, ? extends T> work) {
        return kernel.write(work);
    }

    public Accounts accounts() {
        return accounts;
    }

    public Projects projects() {
        return projects;
    }

    public PersonalVariables personalVariables() {
        return personalVariables;
    }

    public ModelCatalog models() {
        return models;
    }

    public Sources sources() {
        return sources;
    }

    public InMemoryHypervisor hypervisor() {
        return hypervisor;
    }

    public Setups setups() {
        return setups;
    }

    public Provisioner provisioner() {
        return provisioner;
    }

    public WarmPools warmPools() {
        return warmPools;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public Sessions sessions() {
        return sessions;
    }

    public BrowserSnapshots browserSnapshots() {
        return browserSnapshots;
    }

    public Tasks tasks() {
        return tasks;
    }

    public Threads threads() {
        return threads;
    }

    public Automations automations() {
        return automations;
    }

    public PullRequests pullRequests() {
        return pullRequests;
    }

    public Checks checks() {
        return checks;
    }

    public Reviews reviews() {
        return reviews;
    }

    public Scripts scripts() {
        return scripts;
    }

    public Usage usage() {
        return usage;
    }

    /** Says what a world is to be. Not thread-safe. */
    public static final class Builder {

        private long seed;
        private Fixture fixture = Fixture.demo();
        private Instant start = CapyClock.EPOCH;
        private ClockMode clock = ClockMode.MANUAL;
        private Store store = Store.inMemory();
        private StructuredText structuredText = new JsonText();
        private Supplier<String> routingSecrets = new SecureTokens();

        private Builder() {}

        /** What ids and randomness are drawn from; 0 unless said otherwise. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** What is in it at its start; {@link Fixture#demo()} unless said otherwise. */
        public Builder fixture(Fixture value) {
            fixture = Objects.requireNonNull(value, "fixture");
            return this;
        }

        /** Where its time starts; {@link CapyClock#EPOCH} unless said otherwise. */
        public Builder startingAt(Instant value) {
            start = Objects.requireNonNull(value, "start");
            return this;
        }

        /** What makes its time move; {@link ClockMode#MANUAL} unless said otherwise. */
        public Builder clock(ClockMode value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** Where its commits are kept; memory alone unless said otherwise. */
        public Builder store(Store value) {
            store = Objects.requireNonNull(value, "store");
            return this;
        }

        /** How it reads text that carries structure; as JSON unless said otherwise. */
        public Builder structuredText(StructuredText value) {
            structuredText = Objects.requireNonNull(value, "structuredText");
            return this;
        }

        /**
         * Where texts come from that nobody may guess, such as the tokens of webhooks: no two may be the same. From a secure
         * source of the machine unless said otherwise.
         */
        public Builder routingSecrets(Supplier<String> value) {
            routingSecrets = Objects.requireNonNull(value, "routingSecrets");
            return this;
        }

        public CapyWorld build() {
            return new CapyWorld(this);
        }
    }
}
