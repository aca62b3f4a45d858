package dev.capy.server;

import dev.capy.core.CapyWorld;
import dev.capy.server.http.BodyLimit;
import dev.capy.server.metrics.Metrics;
import dev.capy.server.store.Database;
import dev.capy.server.worlds.FirstWorld;
import dev.capy.server.worlds.WorldOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how worlds are served. Not thread-safe. */
public final class CapyServerBuilder {

    private static final int HIGHEST_PORT = 65_535;

    final @Nullable CapyWorld world;
    final Set<String> allowedHosts = new HashSet<>();
    final Set<String> allowedWebhookHosts = new HashSet<>();
    Optional<String> adminToken = Optional.empty();
    String host = "127.0.0.1";
    int port;
    int mostWorlds = 10_000;

    @Nullable
    Database database;

    @Nullable
    FirstWorld first;

    Duration lease = Duration.ofSeconds(5);
    Optional<String> address = Optional.empty();
    long mostRecords = 5_000_000;
    BodyLimit largestBody = BodyLimit.USUAL;

    @Nullable
    Duration idleTimeToLive;

    Duration grace = Duration.ofSeconds(5);
    WorldOptions options = WorldOptions.DEFAULT;
    Supervision supervision = Supervision.NONE;

    CapyServerBuilder(@Nullable CapyWorld world) {
        this.world = world;
    }

    /** The address to listen on; 127.0.0.1 unless said otherwise. */
    public CapyServerBuilder host(String value) {
        host = Objects.requireNonNull(value, "host");
        return this;
    }

    /**
     * The port to listen on, 0 to 65535; 0, which picks a free one, unless said otherwise.
     *
     * @throws IllegalArgumentException when it is out of range
     */
    public CapyServerBuilder port(int value) {
        if (value < 0 || value > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be from 0 to " + HIGHEST_PORT + ", was " + value);
        }
        port = value;
        return this;
    }

    /**
     * Which generation of the API its worlds speak; the first of {@link CapyServer#EDITIONS} unless said otherwise.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public CapyServerBuilder edition(String value) {
        options = options.edition(value);
        return this;
    }

    /**
     * How many seconds pass in one real second where a world's clock follows real time; 60 unless said otherwise.
     *
     * @throws IllegalArgumentException when it is not above 0
     */
    public CapyServerBuilder speed(double value) {
        options = options.speed(value);
        return this;
    }

    /** Whether an answer that breaks its own document becomes a 500; false unless said otherwise. */
    public CapyServerBuilder strict(boolean value) {
        options = options.strict(value);
        return this;
    }

    /**
     * How many worlds there may be at once, its own among them; 10,000 unless said otherwise.
     *
     * @throws IllegalArgumentException when it is below 1
     */
    public CapyServerBuilder mostWorlds(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("mostWorlds must be above 0, was " + value);
        }
        mostWorlds = value;
        return this;
    }

    /**
     * Keeps its worlds, those that are opened over the control plane too, in a database, and serves what is kept there;
     * where other servers share it, what none of them serves. Closing the server leaves the database open.
     *
     * @param value where
     * @param world the default world
     */
    public CapyServerBuilder keep(Database value, FirstWorld world) {
        database = Objects.requireNonNull(value, "database");
        first = Objects.requireNonNull(world, "world");
        return this;
    }

    /**
     * After how long without a sign of life others may take its worlds; 5 seconds unless said otherwise.
     *
     * @throws IllegalArgumentException when it is not from a tenth of a second to an hour
     */
    public CapyServerBuilder lease(Duration value) {
        if (value.compareTo(CapyServer.SHORTEST_LEASE) < 0 || value.compareTo(CapyServer.LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease must be from " + CapyServer.SHORTEST_LEASE + " to "
                    + CapyServer.LONGEST_LEASE + ", was " + value);
        }
        lease = value;
        return this;
    }

    /**
     * Where others that share its database reach it; {@link CapyServer#origin} unless said otherwise.
     *
     * @param origin scheme, host and port, for example {@code http://10.0.0.7:8080}
     */
    public CapyServerBuilder address(String origin) {
        address = Optional.of(origin);
        return this;
    }

    /**
     * How many records each world may hold that is opened over the control plane; 5,000,000 unless said otherwise.
     *
     * @throws IllegalArgumentException when it is below 1
     */
    public CapyServerBuilder mostRecords(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("mostRecords must be above 0, was " + value);
        }
        mostRecords = value;
        return this;
    }

    /** A name besides the loopback ones that callers of the control plane may use for this server. */
    public CapyServerBuilder allowHost(String value) {
        allowedHosts.add(value.toLowerCase(Locale.ROOT));
        return this;
    }

    /** A host that webhooks of Capx may be on besides this machine, by its name. */
    public CapyServerBuilder allowWebhookHost(String value) {
        allowedWebhookHosts.add(value);
        return this;
    }

    /** What callers of the control plane must send as a bearer token, from wherever they call. */
    public CapyServerBuilder adminToken(String value) {
        adminToken = Optional.of(value);
        return this;
    }

    /**
     * How many bytes the body of a request to the APIs may have; 1 MiB unless said otherwise.
     *
     * @throws IllegalArgumentException when it is below 1, or above 1 GiB
     */
    public CapyServerBuilder largestBody(int value) {
        largestBody = new BodyLimit(value);
        return this;
    }

    /**
     * How long a world that is opened over the control plane may lie idle, in real time, before it is closed, unless it
     * says so itself; for ever unless said otherwise.
     *
     * @throws IllegalArgumentException when it is not above 0, or above a hundred years
     */
    public CapyServerBuilder idleTimeToLive(Duration value) {
        idleTimeToLive = WorldOptions.DEFAULT.timeToLive(value).timeToLive();
        return this;
    }

    /** How long {@link CapyServer#close} waits for requests that are under way; 5 seconds unless said otherwise. */
    public CapyServerBuilder grace(Duration value) {
        grace = Objects.requireNonNull(value, "grace");
        return this;
    }

    /**
     * Whether it keeps metrics, for {@code GET /_capy/metrics}; false unless said otherwise. To be read they need
     * {@code io.micrometer:micrometer-registry-prometheus} on the class path.
     */
    public CapyServerBuilder metrics(boolean value) {
        supervision = supervision.metrics(value ? new Metrics() : null);
        return this;
    }

    /** Keeps metrics where others keep theirs too; they are closed with the server. */
    public CapyServerBuilder metrics(Metrics value) {
        supervision = supervision.metrics(Objects.requireNonNull(value, "metrics"));
        return this;
    }

    /** Whether each request to the APIs is written to the database that keeps the worlds; false unless said otherwise. */
    public CapyServerBuilder keepRequests(boolean value) {
        supervision = supervision.keptRequests(value);
        return this;
    }

    /** Whether a line is written to the log for each request to the APIs; false unless said otherwise. */
    public CapyServerBuilder accessLog(boolean value) {
        supervision = supervision.accessLog(value);
        return this;
    }

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException when it cannot listen there; the message says where and why
     */
    public CapyServer start() {
        return new CapyServer(this);
    }
}
