package dev.capy.server;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.ApiToken;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.api.AutomationWebhooks;
import dev.capy.server.api.Operations;
import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Editions;
import dev.capy.server.control.ControlOperations;
import dev.capy.server.http.ApiGateway;
import dev.capy.server.http.ControlGateway;
import dev.capy.server.http.ControlGuard;
import dev.capy.server.http.ControlHandler;
import dev.capy.server.http.Handlers;
import dev.capy.server.http.Listener;
import dev.capy.server.http.OperationHandler;
import dev.capy.server.http.WebhookGateway;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.Worlds;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A world over HTTP: the API, and the control plane. Binds the loopback address unless told otherwise.
 *
 * <pre>{@code
 * try (CapyServer server = CapyServer.start(CapyWorld.builder().seed(42).build())) {
 *     URI threads = server.baseUri().resolve("api/v1/threads");
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class CapyServer implements AutoCloseable {

    /** The editions that a server can speak, by their names. */
    public static final List<String> EDITIONS = Editions.NAMES;

    private static final String DOCUMENT = "capy-";
    private static final int HIGHEST_PORT = 65_535;

    private final CapyWorld world;
    private final String token;
    private final RealtimeDriver driver = new RealtimeDriver();
    private final Listener listener;
    private final String host;

    private CapyServer(Builder builder) {
        world = builder.world;
        host = builder.host;
        Map<String, String> tokens = tokens(world);
        token = tokens.values().stream().findFirst().orElse("");
        Map<String, OperationHandler> operations = Operations.handlers();
        Map<String, ControlHandler> controls = ControlOperations.handlers(driver);
        Edition control = Edition.load("control");
        Handlers.requireComplete(
                operations, EDITIONS.stream().map(Editions::load).toList());
        Handlers.requireComplete(controls, List.of(control));
        Worlds worlds = new Worlds();
        worlds.add(new HostedWorld(Worlds.DEFAULT, world, Editions.load(builder.edition), tokens));
        listener = new Listener(
                host,
                builder.port,
                new ApiGateway(
                        worlds,
                        operations,
                        hosted -> driver.catchUp(hosted.world().clock()),
                        builder.strict),
                new WebhookGateway(
                        worlds,
                        new AutomationWebhooks(),
                        hosted -> driver.catchUp(hosted.world().clock())),
                new ControlGateway(
                        worlds, control, controls, new ControlGuard(builder.allowedHosts, builder.adminToken)));
        if (world.clock().mode() == ClockMode.REALTIME) {
            driver.follow(world.clock(), builder.speed);
        }
    }

    /** The world's API tokens; in a server's own world each one is its name. */
    private static Map<String, String> tokens(CapyWorld world) {
        return world.read(view -> {
            Map<String, String> tokens = new LinkedHashMap<>();
            for (ApiToken known : world.accounts().tokens(view)) {
                tokens.put(known.name(), known.name());
            }
            return tokens;
        });
    }

    /** Serves {@code world} on a free port of the loopback address. */
    public static CapyServer start(CapyWorld world) {
        return builder(world).start();
    }

    /** Serves {@code world} as it is told to; on a free port of the loopback address unless told otherwise. */
    public static Builder builder(CapyWorld world) {
        return new Builder(world);
    }

    /** Where the Capy API is, without a slash at the end: {@code http://127.0.0.1:PORT/api}. */
    public URI baseUri() {
        return URI.create(origin() + "/api");
    }

    /** Where the control plane is: {@code http://127.0.0.1:PORT/_capy}. */
    public URI controlUri() {
        return URI.create(origin() + "/_capy");
    }

    /** Scheme, host and port. */
    public String origin() {
        return "http://" + nameIn(host) + ":" + port();
    }

    /** How a url names the address; one that stands for all addresses is named by the loopback one. */
    private static String nameIn(String host) {
        return switch (host) {
            case "", "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }

    /** The port that it listens on. */
    public int port() {
        return listener.port();
    }

    /** The first API token of the world: in the default world its owner's. */
    public String token() {
        return token;
    }

    /** The world that it serves. */
    public CapyWorld world() {
        return world;
    }

    /** Ends it and all its threads; the world itself stays as it is. */
    @Override
    public void close() {
        listener.close();
        driver.close();
    }

    /** Says how a world is served. Not thread-safe. */
    public static final class Builder {

        private final CapyWorld world;
        private final Set<String> allowedHosts = new HashSet<>();
        private Optional<String> adminToken = Optional.empty();
        private String host = "127.0.0.1";
        private int port;
        private String edition = EDITIONS.get(0);
        private double speed = 60;
        private boolean strict;

        private Builder(CapyWorld world) {
            this.world = Objects.requireNonNull(world, "world");
        }

        /** The address to listen on; 127.0.0.1 unless said otherwise. */
        public Builder host(String value) {
            host = Objects.requireNonNull(value, "host");
            return this;
        }

        /**
         * The port to listen on, 0 to 65535; 0, which picks a free one, unless said otherwise.
         *
         * @throws IllegalArgumentException when it is out of range
         */
        public Builder port(int value) {
            if (value < 0 || value > HIGHEST_PORT) {
                throw new IllegalArgumentException("port must be from 0 to " + HIGHEST_PORT + ", was " + value);
            }
            port = value;
            return this;
        }

        /**
         * Which generation of the API it speaks; the first of {@link #EDITIONS} unless said otherwise.
         *
         * @throws IllegalArgumentException when it is none of them
         */
        public Builder edition(String value) {
            if (!EDITIONS.contains(value)) {
                throw new IllegalArgumentException("edition must be one of " + EDITIONS + ", was " + value);
            }
            edition = value;
            return this;
        }

        /**
         * How many seconds pass in one real second where the world's clock follows real time; 60 unless said otherwise.
         *
         * @throws IllegalArgumentException when it is not above 0
         */
        public Builder speed(double value) {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("speed must be above 0, was " + value);
            }
            speed = value;
            return this;
        }

        /** Whether an answer that breaks its own document becomes a 500; false unless said otherwise. */
        public Builder strict(boolean value) {
            strict = value;
            return this;
        }

        /** A name besides the loopback ones that callers of the control plane may use for this server. */
        public Builder allowHost(String value) {
            allowedHosts.add(value.toLowerCase(Locale.ROOT));
            return this;
        }

        /** What callers of the control plane must send as a bearer token, from wherever they call. */
        public Builder adminToken(String value) {
            adminToken = Optional.of(value);
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
}
