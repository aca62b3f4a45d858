package dev.capy.core;

import dev.capy.core.account.Accounts;
import dev.capy.core.account.User;
import dev.capy.core.automation.Automations;
import dev.capy.core.browser.BrowserSnapshots;
import dev.capy.core.capx.Capx;
import dev.capy.core.capx.webhook.WebhookOutlet;
import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.core.catalog.ModelCatalog;
import dev.capy.core.dump.DumpCodec;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Kernel;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.Watch;
import dev.capy.core.kernel.Witness;
import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.codec.StateKey;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Unavailable;
import dev.capy.core.project.PersonalVariables;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.review.Reviews;
import dev.capy.core.script.Scripts;
import dev.capy.core.session.Sessions;
import dev.capy.core.setup.Setups;
import dev.capy.core.snapshot.Snapshots;
import dev.capy.core.source.Checks;
import dev.capy.core.source.PullRequests;
import dev.capy.core.source.Sources;
import dev.capy.core.task.Tasks;
import dev.capy.core.thread.Threads;
import dev.capy.core.usage.Usage;
import dev.capy.core.vm.InMemoryHypervisor;
import dev.capy.core.warmpool.WarmPools;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    private final Recipe recipe;
    private final Kernel kernel;
    private final Recipe.@Nullable Beginning beginning;
    private volatile Assembly assembly;
    private final Surroundings surroundings = new Surroundings(this);

    /** @param from where it begins, if that is not its fixture */
    private CapyWorld(Recipe made, Recipe.@Nullable Beginning from) {
        recipe = made;
        beginning = from;
        assembly = from != null ? from.assembly() : made.assemble(made.seed, made.fixture.settings());
        kernel = new Kernel(assembly.registry, made.store, made.start, made.seed, made.mostRecords);
        kernel.clock().mode(made.clock);
        if (from != null) {
            kernel.become(assembly.registry, from.moment(), assembly.settings);
        } else {
            assembly.seed(kernel, made.fixture);
        }
    }

    /** A world of the default fixture with seed 0, whose time moves only when it is told to. */
    public static Builder builder() {
        return new Builder();
    }

    /** What writes and reads dumps of any world. */
    public static DumpCodec codec() {
        return Dumps.CODEC;
    }

    /** Its time. */
    public CapyClock clock() {
        return kernel.clock();
    }

    /** What its ids and its randomness are drawn from. */
    public long seed() {
        return assembly.seed;
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
        User user = kernel.read(view -> accounts().owner(view, token));
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

    /** The whole world as one document, its secrets left out. */
    public WorldDump dump() {
        return dump(Seal.LEFT_OUT);
    }

    /**
     * The whole world as one document.
     *
     * @param seal what becomes of its secrets, for example a {@link StateKey}; tokens are left out in any case
     */
    public WorldDump dump(Seal seal) {
        return Dumps.CODEC.write(kernel.moment(), assembly.settings, seal);
    }

    /**
     * Goes on exactly where a dump stood, in place of where this world stands: its seed, its time and its settings are the
     * dump's from now on. Tokens are new; secrets that were left out ({@link WorldDump#missing}) say {@code ***}, and
     * files of secrets are empty.
     *
     * @throws Invalid when something in the dump is not as it must be; the world stays as it was
     */
    public void restore(WorldDump dump) {
        restore(dump, Seal.LEFT_OUT);
    }

    /**
     * Goes on exactly where a dump stood, as {@link #restore(WorldDump)}, its secrets opened.
     *
     * @param seal what they were sealed with
     */
    public void restore(WorldDump dump, Seal seal) {
        become(recipe.read(dump, seal));
    }

    /** Goes back to where it began: to its fixture, or to the dump or the world that it was made from. */
    public void reset() {
        become(beginning());
    }

    /** What {@link #reset} goes back to as one document, with all its secrets. */
    public WorldDump origin() {
        Recipe.Beginning from = beginning();
        return Dumps.CODEC.write(from.moment(), from.assembly().settings, Seal.KEPT);
    }

    private Recipe.Beginning beginning() {
        return beginning == null ? recipe.beginning() : beginning;
    }

    private synchronized void become(Recipe.Beginning from) {
        kernel.become(from.assembly().registry, from.moment(), from.assembly().settings);
        assembly = from.assembly();
    }

    /**
     * Another world, in memory, that stands where this one does; from now on they share nothing. It costs next to nothing.
     * Tokens of webhooks are its own.
     */
    public CapyWorld fork() {
        return fork(Store.inMemory());
    }

    /**
     * Another world that stands where this one does; from now on they share nothing. Tokens of webhooks are its own.
     *
     * @param store where its commits are kept; nothing may be kept there yet
     */
    public CapyWorld fork(Store store) {
        Recipe own = recipe.copy();
        own.store = Objects.requireNonNull(store, "store");
        Assembly same = own.assemble(seed(), assembly.settings);
        Kernel copy = new Kernel(same.registry, Store.inMemory(), recipe.start, seed());
        copy.become(same.registry, kernel.moment(), same.settings);
        copy.write(tx -> {
            same.automations.renewTokens(tx);
            return true;
        });
        return new CapyWorld(own, new Recipe.Beginning(same, copy.moment()));
    }

    /** Tells {@code witness} of every event from now on, until the watch is closed. */
    public Watch watch(Witness witness) {
        return kernel.watch(witness);
    }

    public Accounts accounts() {
        return assembly.accounts;
    }

    public Projects projects() {
        return assembly.projects;
    }

    public PersonalVariables personalVariables() {
        return assembly.personalVariables;
    }

    public ModelCatalog models() {
        return assembly.models;
    }

    public Sources sources() {
        return assembly.sources;
    }

    public InMemoryHypervisor hypervisor() {
        return assembly.hypervisor;
    }

    public Setups setups() {
        return assembly.setups;
    }

    public Provisioner provisioner() {
        return assembly.provisioner;
    }

    public WarmPools warmPools() {
        return assembly.warmPools;
    }

    public Snapshots snapshots() {
        return assembly.snapshots;
    }

    public Sessions sessions() {
        return assembly.sessions;
    }

    public BrowserSnapshots browserSnapshots() {
        return assembly.browserSnapshots;
    }

    public Tasks tasks() {
        return assembly.tasks;
    }

    public Threads threads() {
        return assembly.threads;
    }

    public Automations automations() {
        return assembly.automations;
    }

    public PullRequests pullRequests() {
        return assembly.pullRequests;
    }

    public Checks checks() {
        return assembly.checks;
    }

    public Reviews reviews() {
        return assembly.reviews;
    }

    public Scripts scripts() {
        return assembly.scripts;
    }

    public Usage usage() {
        return assembly.usage;
    }

    /**
     * Has webhooks of Capx told with {@code sender} from now on, unless the world was built with one of its own
     * ({@link Builder#webhookSender}).
     */
    public void offerWebhookSender(WebhookSender sender) {
        recipe.webhooks.offer(sender);
    }

    /** All that it has of Capx: companies that agents run. */
    public Capx capx() {
        return assembly.capx;
    }

    /** Says what a world is to be. Not thread-safe. */
    public static final class Builder {

        private final Recipe said = new Recipe();
        private @Nullable WorldDump dump;
        private Seal seal = Seal.LEFT_OUT;

        private Builder() {}

        /** What ids and randomness are drawn from; 0 unless said otherwise. */
        public Builder seed(long value) {
            said.seed = value;
            return this;
        }

        /** What is in it at its start; {@link Fixture#demo()} unless said otherwise. */
        public Builder fixture(Fixture value) {
            said.fixture = Objects.requireNonNull(value, "fixture");
            return this;
        }

        /** Where its time starts; {@link CapyClock#EPOCH} unless said otherwise. */
        public Builder startingAt(Instant value) {
            said.start = Objects.requireNonNull(value, "start");
            return this;
        }

        /** What makes its time move; {@link ClockMode#MANUAL} unless said otherwise. */
        public Builder clock(ClockMode value) {
            said.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** Where its commits are kept; memory alone unless said otherwise. */
        public Builder store(Store value) {
            said.store = Objects.requireNonNull(value, "store");
            return this;
        }

        /**
         * How many records it may hold, at least 1: what would make more is refused with {@link Unavailable}. What agents do
         * by themselves goes on. 5,000,000 unless said otherwise.
         *
         * @throws IllegalArgumentException when it is below 1
         */
        public Builder mostRecords(long value) {
            if (value < 1) {
                throw new IllegalArgumentException("mostRecords must be above 0, was " + value);
            }
            said.mostRecords = value;
            return this;
        }

        /** How it reads text that carries structure; as JSON unless said otherwise. */
        public Builder structuredText(StructuredText value) {
            said.structuredText = Objects.requireNonNull(value, "structuredText");
            return this;
        }

        /**
         * Where texts come from that nobody may guess, such as the tokens of webhooks: no two may be the same. From a secure
         * source of the machine unless said otherwise.
         */
        public Builder routingSecrets(Supplier<String> value) {
            said.routingSecrets = Objects.requireNonNull(value, "routingSecrets");
            return this;
        }

        /** What webhooks of Capx are told with; nothing is sent, as if all were well received, unless said otherwise. */
        public Builder webhookSender(WebhookSender value) {
            said.webhooks = WebhookOutlet.of(value);
            return this;
        }

        /** Goes on exactly where a dump stood: no fixture, seed, start and mode said here counts then. */
        public Builder restore(WorldDump value) {
            return restore(value, Seal.LEFT_OUT);
        }

        /**
         * Goes on exactly where a dump stood, its secrets opened.
         *
         * @param with what they were sealed with
         */
        public Builder restore(WorldDump value, Seal with) {
            dump = Objects.requireNonNull(value, "dump");
            seal = Objects.requireNonNull(with, "seal");
            return this;
        }

        /**
         * Where it began that its store knows already: what {@link CapyWorld#reset} goes back to in place of the fixture.
         *
         * @param value asked when it is needed, for what {@link CapyWorld#origin} said
         */
        public Builder origin(Supplier<WorldDump> value) {
            said.origin = Objects.requireNonNull(value, "origin");
            return this;
        }

        /** @throws Invalid when something in the dump that it is to go on from is not as it must be */
        public CapyWorld build() {
            Recipe made = said.copy();
            return new CapyWorld(made, dump == null ? null : made.read(dump, seal));
        }
    }
}
