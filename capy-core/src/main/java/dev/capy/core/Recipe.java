package dev.capy.core;

import dev.capy.core.capx.webhook.WebhookOutlet;
import dev.capy.core.dump.DumpCodec;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.JsonText;
import dev.capy.core.kernel.Kernel;
import dev.capy.core.kernel.Moment;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.kernel.codec.Seal;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a world is made of, and where one begins that is made of it. Its fields stay as they are once it has a world. */
final class Recipe {

    long seed;
    Fixture fixture = Fixture.demo();
    Instant start = CapyClock.EPOCH;
    ClockMode clock = ClockMode.MANUAL;
    Store store = Store.inMemory();
    long mostRecords = 5_000_000;
    StructuredText structuredText = new JsonText();
    Supplier<String> routingSecrets = new SecureTokens();
    WebhookOutlet webhooks = WebhookOutlet.open();

    @Nullable
    Supplier<WorldDump> origin;

    /** Where a world begins. */
    record Beginning(Assembly assembly, Moment moment) {}

    Recipe copy() {
        Recipe copy = new Recipe();
        copy.seed = seed;
        copy.fixture = fixture;
        copy.start = start;
        copy.clock = clock;
        copy.store = store;
        copy.mostRecords = mostRecords;
        copy.structuredText = structuredText;
        copy.routingSecrets = routingSecrets;
        copy.webhooks = webhooks.copy();
        copy.origin = origin;
        return copy;
    }

    /** What a world of it does. */
    Assembly assemble(long from, WorldSettings settings) {
        return new Assembly(from, settings, structuredText, routingSecrets, webhooks);
    }

    /** Where it begins as far as its store knows, or else its fixture. */
    Beginning beginning() {
        return origin == null ? fromFixture() : read(origin.get(), Seal.KEPT);
    }

    private Beginning fromFixture() {
        Assembly parts = assemble(seed, fixture.settings());
        Kernel fresh = new Kernel(parts.registry, Store.inMemory(), start, seed);
        fresh.clock().mode(clock);
        parts.seed(fresh, fixture);
        return new Beginning(parts, fresh.moment());
    }

    /** Where a dump stands, its secrets opened. */
    Beginning read(WorldDump from, Seal seal) {
        DumpCodec.Contents contents = Dumps.CODEC.read(from, seal, routingSecrets);
        Assembly parts = assemble(contents.image().seed(), contents.settings());
        return new Beginning(parts, Moment.of(contents.image(), contents.clock(), parts.registry));
    }
}
