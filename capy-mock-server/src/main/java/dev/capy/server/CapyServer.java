package dev.capy.server;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.server.api.AutomationWebhooks;
import dev.capy.server.api.Operations;
import dev.capy.server.capx.CapxOperations;
import dev.capy.server.capx.CapxStreams;
import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.cluster.Cluster;
import dev.capy.server.cluster.ClusterState;
import dev.capy.server.contract.Editions;
import dev.capy.server.control.ControlOperations;
import dev.capy.server.events.Caretaker;
import dev.capy.server.events.EventStreams;
import dev.capy.server.fault.FaultInjection;
import dev.capy.server.fault.Faults;
import dev.capy.server.http.Answerers;
import dev.capy.server.http.ApiGateway;
import dev.capy.server.http.BodyLimit;
import dev.capy.server.http.CapxGateway;
import dev.capy.server.http.CapxHandlers;
import dev.capy.server.http.ControlGateway;
import dev.capy.server.http.ControlGuard;
import dev.capy.server.http.ControlHandler;
import dev.capy.server.http.Gateway;
import dev.capy.server.http.Listener;
import dev.capy.server.http.OperationHandler;
import dev.capy.server.http.Port;
import dev.capy.server.http.WebhookGateway;
import dev.capy.server.journal.Journal;
import dev.capy.server.journal.Journals;
import dev.capy.server.lint.Lint;
import dev.capy.server.outbound.HttpWebhookSender;
import dev.capy.server.verify.Count;
import dev.capy.server.verify.RequestPattern;
import dev.capy.server.verify.Verification;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldKeeper;
import dev.capy.server.worlds.WorldOptions;
import dev.capy.server.worlds.Worlds;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Worlds over HTTP: the API, and the control plane. Binds the loopback address unless told otherwise.
 *
 * <pre>{@code
 * try (CapyServer server = CapyServer.start(CapyWorld.builder().seed(42).build())) {
 *     URI threads = URI.create(server.baseUri() + "/v1/threads");
 * }
 * }</pre>
 *
 * <p>A server has a world of its own, unless it was started without, and any number of further ones, which {@link #open}
 * gives tokens of their own: whoever sends one of these is in that world, and in no other.
 *
 * <pre>{@code
 * try (CapyServer server = CapyServer.start();
 *         ServedWorld world = server.open(CapyWorld.builder().seed(42).build())) {
 *     String token = world.token();
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class CapyServer implements AutoCloseable {

    /** The editions that a server can speak, by their names. */
    public static final List<String> EDITIONS = Editions.NAMES;

    /** The least time without a sign of life after which others may take a server's worlds. */
    public static final Duration SHORTEST_LEASE = Duration.ofMillis(100);

    /** The most. */
    public static final Duration LONGEST_LEASE = Duration.ofHours(1);

    /** How many bytes the largest body may have that can be allowed. */
    public static final int LARGEST_BODY = BodyLimit.MOST;

    private final ServerId id = new ServerId();
    private final RealtimeDriver driver = new RealtimeDriver();
    private final @Nullable Cluster cluster;
    private final Worlds worlds;
    private final Caretaker caretaker;
    private final EventStreams events;
    private final CapxStreams capxStreams;
    private final WorldOptions options;
    private final Journals journals = new Journals();
    private final FaultInjection faultInjection = new FaultInjection();
    private final Supervision supervision;
    private final String host;
    private final Listener listener;
    private final @Nullable ServedWorld own;

    CapyServer(CapyServerBuilder builder) {
        readAhead(builder.options.edition());
        cluster = builder.database == null ? null : new Cluster(builder.database, builder.lease);
        worlds = new Worlds(builder.mostWorlds, cluster == null ? WorldKeeper.none() : cluster.keeper());
        caretaker = new Caretaker(worlds);
        events = new EventStreams(caretaker);
        capxStreams = new CapxStreams(caretaker);
        options = builder.options;
        supervision = builder.supervision;
        host = builder.host;
        worlds.follow(new RealtimeWorlds(driver));
        worlds.follow(events);
        worlds.follow(capxStreams);
        worlds.follow(new WebhookWorlds(
                supervision.watched(new HttpWebhookSender(builder.allowedWebhookHosts)), faultInjection));
        worlds.follow(journals);
        worlds.follow(faultInjection);
        supervision.watch(worlds, journals, faultInjection);
        Map<String, OperationHandler> operations = Operations.handlers();
        worlds.follow(new AnsweredWorlds(operations));
        try {
            if (cluster != null) {
                cluster.begin(worlds, Objects.requireNonNull(builder.first));
            }
            own = builder.world == null ? null : new ServedWorld(this, added(builder.world));
            listener = listener(builder, operations);
        } catch (RuntimeException e) {
            closeWorlds();
            throw e;
        }
        if (cluster != null) {
            cluster.announce(builder.address.orElseGet(this::origin));
        }
    }

    /** To read a document takes as long as to begin to listen, so both are done at the same time. */
    private static void readAhead(String edition) {
        Thread reader = new Thread(() -> Editions.load(edition), "capy-documents");
        reader.setDaemon(true);
        reader.start();
    }

    private Listener listener(CapyServerBuilder builder, Map<String, OperationHandler> operations) {
        boolean shared = builder.database != null && builder.database.isShared();
        Answerers answerers = new Answerers(gateways(builder, operations), control(builder), shared ? cluster : null);
        return new Listener(
                new Port(host, builder.port),
                answerers,
                supervision.observers(journals, builder.database),
                faultInjection,
                builder.grace);
    }

    private List<Gateway> gateways(CapyServerBuilder builder, Map<String, OperationHandler> operations) {
        CapxHandlers capx = CapxOperations.handlers(capxStreams);
        Consumer<HostedWorld> catchUp = hosted -> driver.catchUp(hosted.world().clock());
        return List.of(
                new WebhookGateway(worlds, new AutomationWebhooks(), builder.largestBody, catchUp, faultInjection),
                new ApiGateway(worlds, operations, builder.largestBody, catchUp, faultInjection),
                new CapxGateway(worlds, capx, builder.largestBody, catchUp, faultInjection));
    }

    private ControlGateway control(CapyServerBuilder builder) {
        Map<String, ControlHandler> handlers = ControlOperations.handlers(
                driver,
                options.timeToLive(builder.idleTimeToLive),
                builder.mostRecords,
                journals,
                faultInjection,
                this::cluster);
        return new ControlGateway(
                worlds,
                handlers,
                Map.of("streamEvents", events),
                Map.of("getMetrics", supervision::text),
                new ControlGuard(builder.allowedHosts, builder.adminToken));
    }

    private ClusterState cluster() {
        return cluster == null ? Cluster.alone(worlds, id.get(), origin(), "memory") : cluster.state();
    }

    private HostedWorld added(CapyWorld world) {
        HostedWorld hosted = HostedWorld.withPlainTokens(Worlds.DEFAULT, world, options);
        worlds.add(hosted);
        return hosted;
    }

    /** Serves no world yet, on a free port of the loopback address. */
    public static CapyServer start() {
        return builder().start();
    }

    /** Serves {@code world} on a free port of the loopback address. */
    public static CapyServer start(CapyWorld world) {
        return builder(world).start();
    }

    /** Serves no world yet, as it is told to; on a free port of the loopback address unless told otherwise. */
    public static CapyServerBuilder builder() {
        return new CapyServerBuilder(null);
    }

    /** Serves {@code world} as it is told to; on a free port of the loopback address unless told otherwise. */
    public static CapyServerBuilder builder(CapyWorld world) {
        return new CapyServerBuilder(Objects.requireNonNull(world, "world"));
    }

    /**
     * Serves {@code world} too, as this server's options say.
     *
     * @throws Conflict when it is served here already, there are too many worlds, or the server is closed
     */
    public ServedWorld open(CapyWorld world) {
        return open(world, as -> as);
    }

    /**
     * Serves {@code world} too.
     *
     * @param how makes its options of this server's
     * @throws Conflict when it is served here already, there are too many worlds, or the server is closed
     */
    public ServedWorld open(CapyWorld world, UnaryOperator<WorldOptions> how) {
        return new ServedWorld(this, worlds.open(world, how.apply(options)));
    }

    /** All worlds that it serves, in the order in which they were opened. */
    public List<ServedWorld> worlds() {
        return worlds.all().stream()
                .map(hosted -> new ServedWorld(this, hosted))
                .toList();
    }

    boolean serves(HostedWorld hosted) {
        return worlds.has(hosted);
    }

    void close(HostedWorld hosted) {
        worlds.close(hosted.id());
    }

    /** Where the Capy API is, without a slash at the end: {@code http://127.0.0.1:PORT/api}. */
    public URI baseUri() {
        return URI.create(origin() + "/api");
    }

    /** Where the Capx API is, without a slash at the end: {@code http://127.0.0.1:PORT/capx/v1}. */
    public URI capxUri() {
        return URI.create(origin() + "/capx/v1");
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

    /**
     * The first API token of its own world: in the default world its owner's; empty when the world has none.
     *
     * @throws IllegalStateException when it was started without a world
     */
    public String token() {
        return own().token();
    }

    /** What was asked of its own world, and what reached no world. */
    public Journal requests() {
        return journals.of(Worlds.DEFAULT);
    }

    Journal requests(HostedWorld hosted) {
        return journals.of(hosted.id());
    }

    /**
     * Prepares to verify what was asked of its own world; follow it with {@code now()} or {@code within(…)}.
     *
     * @throws IllegalArgumentException when the pattern names an operation that the world's edition does not have
     * @throws IllegalStateException when it was started without a world
     */
    public Verification verify(RequestPattern pattern, Count count) {
        return own().verify(pattern, count);
    }

    /**
     * What goes wrong on the way of requests to its own world, and of those that reach no world.
     *
     * @throws IllegalStateException when it was started without a world
     */
    public Faults faults() {
        return own().faults();
    }

    Faults faults(HostedWorld hosted) {
        return faultInjection.of(hosted);
    }

    /**
     * What clients of its own world had better not do.
     *
     * @throws IllegalStateException when it was started without a world
     */
    public Lint lint() {
        return own().lint();
    }

    /**
     * Its own world.
     *
     * @throws IllegalStateException when it was started without a world
     */
    public CapyWorld world() {
        return own().world();
    }

    private ServedWorld own() {
        if (own != null) {
            return own;
        }
        return worlds.all().stream()
                .filter(hosted -> hosted.id().equals(Worlds.DEFAULT))
                .findFirst()
                .map(hosted -> new ServedWorld(this, hosted))
                .orElseThrow(() ->
                        new IllegalStateException("The server has no world of its own: ask the one that you opened"));
    }

    /**
     * Ends it and all its threads; the worlds themselves stay as they are. Requests that are under way are answered, as
     * long as that does not take longer than {@link CapyServerBuilder#grace} says.
     */
    @Override
    public void close() {
        faultInjection.close();
        listener.close();
        closeWorlds();
    }

    private void closeWorlds() {
        worlds.close();
        caretaker.close();
        driver.close();
        supervision.close();
        if (cluster != null) {
            cluster.close();
        }
    }
}
