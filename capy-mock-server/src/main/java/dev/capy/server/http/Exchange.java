package dev.capy.server.http;

import dev.capy.server.contract.Route;
import dev.capy.server.worlds.Access;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.KeyAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and what becomes of it. For the thread that serves it; who wants to keep it takes what it needs. */
public final class Exchange {

    private static final byte[] NOTHING = {};

    private final String requestId;
    private final Instant arrivedAt = Instant.now();
    private final long arrivedNanos = System.nanoTime();
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, List<String>> headers;
    private byte[] body = NOTHING;
    private boolean bodyRead;
    private @Nullable HostedWorld hosted;
    private @Nullable Access access;
    private @Nullable KeyAccess keyAccess;
    private @Nullable CapxPass pass;
    private @Nullable String tokenName;
    private @Nullable Route route;
    private @Nullable String operation;
    private @Nullable Instant virtualTime;
    private long sequence;
    private int status;
    private Map<String, String> answerHeaders = Map.of();
    private byte[] answerBody = NOTHING;
    private Map<String, String> promised = Map.of();
    private Ending ending = Ending.PENDING;
    private Duration duration = Duration.ZERO;
    private List<ExchangeObserver> observers = List.of();
    private boolean held;

    public Exchange(
            String requestId, String method, String path, @Nullable String query, Map<String, List<String>> headers) {
        this.requestId = requestId;
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
    }

    static Exchange of(Incoming incoming, String requestId) {
        Exchange exchange =
                new Exchange(requestId, incoming.method(), incoming.path(), incoming.query(), incoming.headers());
        exchange.bodyRead = !incoming.body().isPresent();
        return exchange;
    }

    /** Tells {@code watching} from now on. */
    void observe(List<ExchangeObserver> watching) {
        observers = watching;
        for (ExchangeObserver observer : observers) {
            observer.arrived(this);
        }
    }

    void identify(HostedWorld world) {
        hosted = world;
        virtualTime = world.world().clock().now();
    }

    void identify(Access caller, String token) {
        access = caller;
        identify(caller.hosted());
        tokenName = nameOf(token, caller.hosted().tokens());
    }

    private static @Nullable String nameOf(String token, Map<String, String> tokens) {
        for (Map.Entry<String, String> known : tokens.entrySet()) {
            if (known.getValue().equals(token)) {
                return known.getKey();
            }
        }
        return null;
    }

    void identify(KeyAccess caller, CapxPass counted) {
        keyAccess = caller;
        pass = counted;
        promise(counted.headers());
        identify(caller.hosted());
        tokenName = caller.key().name();
    }

    /** Whatever is answered will have these headers too. */
    void promise(Map<String, String> answered) {
        promised = answered;
    }

    /** What headers every answer has, besides those of its own. */
    Map<String, String> promised() {
        return promised;
    }

    /**
     * An error in the words of the API that it is with.
     *
     * @param word the envelope's code; null for the usual one of the status
     */
    public Reply error(int code, @Nullable String word, String message, Map<String, String> more) {
        return Envelope.of(this).error(code, word, message, more);
    }

    /** Where its path leads in the document of its API. */
    void lead(Route where) {
        route = where;
        if (where instanceof Route.Found found) {
            operation = found.operation().id();
        }
    }

    /** Where that is; the same path always leads there. */
    Route route() {
        return Objects.requireNonNull(route, "route");
    }

    /** The body as far as it came. */
    public void body(byte[] bytes) {
        body = bytes;
    }

    /** There will be no more of the body than there is. */
    void bodyRead() {
        if (!bodyRead) {
            bodyRead = true;
            tell();
        }
    }

    /** What is about to be sent. */
    void answer(int code, Map<String, String> sentHeaders, byte[] bytes) {
        status = code;
        answerHeaders = sentHeaders;
        answerBody = bytes;
        tell();
    }

    private void tell() {
        for (ExchangeObserver observer : observers) {
            observer.progressed(this);
        }
    }

    /** It goes on when the thread that serves it has left it. */
    void hold() {
        held = true;
    }

    /** Whether it goes on, or went on, after that: as a stream for one. */
    public boolean isHeld() {
        return held;
    }

    /** It is over; only the first call counts. */
    void end(Ending how) {
        if (ending != Ending.PENDING) {
            return;
        }
        ending = how;
        duration = Duration.ofNanos(System.nanoTime() - arrivedNanos);
        for (ExchangeObserver observer : observers) {
            observer.ended(this);
        }
    }

    /** The number that a journal gave it; 0 before that. */
    public long sequence() {
        return sequence;
    }

    /** Gives it its number. */
    public void sequence(long number) {
        sequence = number;
    }

    /** What the header {@code X-Request-Id} of the answer says. */
    public String requestId() {
        return requestId;
    }

    /** The wall time of its arrival. */
    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** The same as a reading of {@link System#nanoTime()}. */
    public long arrivedNanos() {
        return arrivedNanos;
    }

    public String method() {
        return method;
    }

    /** The path as it was sent, percent-encoded. */
    public String path() {
        return path;
    }

    /** What stood behind the question mark; null when there was none. */
    public @Nullable String query() {
        return query;
    }

    /** All values by name, whatever its case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as far as it was read. Not to be changed. */
    public byte[] body() {
        return body;
    }

    /** Whether the body will not grow any more. */
    public boolean isBodyRead() {
        return bodyRead;
    }

    /** The world that it reached. */
    public Optional<HostedWorld> hosted() {
        return Optional.ofNullable(hosted);
    }

    /** What its token opened. */
    public Optional<Access> access() {
        return Optional.ofNullable(access);
    }

    /** What its key of Capx opened. */
    Optional<KeyAccess> keyAccess() {
        return Optional.ofNullable(keyAccess);
    }

    /** What the rate limit of its key said. */
    Optional<CapxPass> pass() {
        return Optional.ofNullable(pass);
    }

    /** The thread that serves it has left it. */
    void left() {
        if (pass != null) {
            pass.end();
        }
    }

    /** The name of its token or key; null when it had none that is known. */
    public @Nullable String tokenName() {
        return tokenName;
    }

    /** The id of the operation that it asked for; null when there is none. */
    public @Nullable String operation() {
        return operation;
    }

    /** The world's time at its arrival; null when it reached no world. */
    public @Nullable Instant virtualTime() {
        return virtualTime;
    }

    /** The status of the answer; 0 while there is none. */
    public int status() {
        return status;
    }

    /** The headers of the answer that are not the transport's own. */
    public Map<String, String> answerHeaders() {
        return answerHeaders;
    }

    /** The body of the answer. Not to be changed. */
    public byte[] answerBody() {
        return answerBody;
    }

    public Ending ending() {
        return ending;
    }

    /** The wall time from its arrival to its end; zero while it goes on. */
    public Duration duration() {
        return duration;
    }
}
