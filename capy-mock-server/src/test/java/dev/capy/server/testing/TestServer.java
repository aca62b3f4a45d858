package dev.capy.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import dev.capy.server.CapyServerBuilder;
import dev.capy.server.contract.Edition;
import dev.capy.server.store.Database;
import dev.capy.server.worlds.FirstWorld;
import dev.capy.server.worlds.WorldOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A strict server of a world of its own, on a free port. Thread-safe. */
public final class TestServer implements AutoCloseable {

    private static final int MOST_POLLS = 2_000;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final CapyServer server;

    private final String edition;

    private TestServer(CapyServer server, String edition) {
        this.server = server;
        this.edition = edition;
    }

    /** A server of the demo world whose time stands still, which speaks an edition. */
    public static TestServer speaking(String edition) {
        CapyServer server = CapyServer.builder(CapyWorld.builder().seed(42).build())
                .strict(true)
                .edition(edition)
                .start();
        return new TestServer(server, edition);
    }

    /** A server of the demo world whose time stands still. */
    public static TestServer manual() {
        return start(ClockMode.MANUAL);
    }

    /** A server of the demo world whose time goes on when somebody polls. */
    public static TestServer onPoll() {
        return start(ClockMode.ON_POLL);
    }

    /** A server of the demo world; 120 times as fast as real time where it follows that. */
    public static TestServer start(ClockMode clock) {
        return start(world -> world.clock(clock), how -> how.speed(120));
    }

    /** A server of a world that is the demo world unless told otherwise. */
    public static TestServer of(UnaryOperator<CapyWorld.Builder> world) {
        return start(world, how -> how);
    }

    public static TestServer start(UnaryOperator<CapyWorld.Builder> world, UnaryOperator<CapyServerBuilder> how) {
        return new TestServer(
                how.apply(CapyServer.builder(world.apply(CapyWorld.builder().seed(42))
                                        .build())
                                .strict(true))
                        .start(),
                CapyServer.EDITIONS.get(0));
    }

    /** A server whose worlds a database keeps. */
    public static TestServer keeping(Database database, UnaryOperator<CapyServerBuilder> how) {
        CapyServerBuilder builder = CapyServer.builder().strict(true).keep(database, firstWorld());
        return new TestServer(how.apply(builder).start(), CapyServer.EDITIONS.get(0));
    }

    /** The demo world, whose time stands still. */
    private static FirstWorld firstWorld() {
        return new FirstWorld(
                42,
                CapyClock.EPOCH,
                ClockMode.MANUAL,
                Fixture.demo(),
                WorldOptions.DEFAULT.strict(true),
                kept -> kept,
                Optional.empty(),
                1_000_000);
    }

    public CapyServer server() {
        return server;
    }

    public CapyWorld world() {
        return server.world();
    }

    /** The API, called by the owner. */
    public ApiClient api() {
        return as("capy_demo");
    }

    /** The API, called with a token. */
    public ApiClient as(String token) {
        return client(server.baseUri(), "capy-" + edition, Optional.of(token));
    }

    /** Capx, called with the live key of the demo world. */
    public ApiClient capx() {
        return capx("capx_sk_live_demo");
    }

    /** Capx, called with a key. */
    public ApiClient capx(String key) {
        return client(server.capxUri(), CapxPromises.EDITION, Optional.of(key));
    }

    /** Capx, called without a key. */
    public ApiClient anonymousCapx() {
        return client(server.capxUri(), CapxPromises.EDITION, Optional.empty());
    }

    /** Reads a stream of Capx with the live key of the demo world. */
    public EventClient capxStream(String path, String welcome, String... headers) {
        return capxStream("capx_sk_live_demo", path, welcome, headers);
    }

    /** Reads a stream of Capx with a key. */
    public EventClient capxStream(String key, String path, String welcome, String[] headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Authorization: Bearer " + key;
        return new EventClient(server.port(), "/capx/v1" + path, ": " + welcome, all);
    }

    /** Opens a world over the control plane and tells what that answers. */
    public JsonNode openWorld(String body) {
        return control().post("/worlds", Json.text(body)).ok();
    }

    /** The API of a world that was opened over the control plane, called by its first token. */
    public ApiClient in(JsonNode opened) {
        String token = opened.path("tokens").iterator().next().asText();
        return client(server.baseUri(), "capy-" + opened.path("edition").asText(), Optional.of(token));
    }

    /** The API, called without a token. */
    public ApiClient anonymous() {
        return client(server.baseUri(), "capy-" + edition, Optional.empty());
    }

    /** The control plane. */
    public ApiClient control() {
        return client(server.controlUri(), "control", Optional.empty());
    }

    private static ApiClient client(URI base, String edition, Optional<String> token) {
        return new ApiClient(base, Edition.load(edition), token);
    }

    /**
     * A stream of events, which has begun.
     *
     * @param query with its question mark, or nothing
     */
    public EventClient events(String query, String... headers) {
        return new EventClient(server.port(), query, headers);
    }

    public RawClient raw() {
        return new RawClient(server.port());
    }

    /** Looks again and again, as a client would, until it sees what it waits for; time passes as the clock's mode says. */
    public <T> T poll(Supplier<T> look, Predicate<T> isIt) {
        T seen = look.get();
        for (int polls = 1; !isIt.test(seen); polls++) {
            if (polls == MOST_POLLS) {
                throw new AssertionError("still " + seen + " at " + world().clock());
            }
            letTimePass();
            seen = look.get();
        }
        return seen;
    }

    private void letTimePass() {
        switch (world().clock().mode()) {
            case MANUAL ->
                control().post("/clock/advance", Json.text("{'by': 'PT5S'}")).ok();
            case ON_POLL -> {}
            case REALTIME -> LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
