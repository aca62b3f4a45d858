package dev.capy.server.http;

import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import dev.capy.server.worlds.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Everything under {@code /_capy}, as its own document says. Thread-safe. */
public final class ControlGateway {

    static final String ROOT = "/_capy";

    private static final String DOCUMENT = "control";

    /** A dump of a busy world has some megabytes. */
    private static final int LARGEST_BODY = 1 << 26;

    /** The operations whose bodies hold whole worlds. */
    private static final Set<String> WITH_WORLDS = Set.of("openWorld", "putState", "diffState");

    private static final String STATE_KEY = "X-Capy-State-Key";

    private final Worlds worlds;
    private final LazyDocument document;
    private final Map<String, ControlHandler> handlers;
    private final Map<String, StreamHandler> streams;
    private final Map<String, TextHandler> texts;
    private final ControlGuard guard;

    /**
     * @param handlers what answers operations, by their ids
     * @param streams what answers others with a stream, by their ids
     * @param texts what answers the rest with a text, by their ids
     */
    public ControlGateway(
            Worlds worlds,
            Map<String, ControlHandler> handlers,
            Map<String, StreamHandler> streams,
            Map<String, TextHandler> texts,
            ControlGuard guard) {
        this.worlds = worlds;
        this.handlers = handlers;
        this.streams = streams;
        this.texts = texts;
        this.document = new LazyDocument(
                () -> Edition.load(DOCUMENT), Handlers.together(Handlers.together(handlers, streams), texts));
        this.guard = guard;
    }

    /** Who may use it. */
    ControlGuard guard() {
        return guard;
    }

    /** @param path the raw path below {@link #ROOT} */
    Reply handle(Incoming incoming, Exchange exchange, String method, String path) {
        guard.check(incoming);
        if (method.equals("GET") && path.equals("/openapi.json")) {
            return Reply.ok(document.get().document());
        }
        exchange.lead(document.get().route(method, path));
        Request request = Request.read(incoming, exchange, ROOT, method, path, ControlGateway::largestBody);
        ControlCall call = new ControlCall(
                worlds, incoming.origin(), request.path(), request.query(), request.body(), incoming.header(STATE_KEY));
        StreamHandler stream = streams.get(request.operation().id());
        if (stream != null) {
            return stream(incoming, stream, call);
        }
        TextHandler text = texts.get(request.operation().id());
        return text != null
                ? Reply.text(text.handle(call))
                : Reply.ok(handler(request).handle(call));
    }

    private ControlHandler handler(Request request) {
        String id = request.operation().id();
        return Objects.requireNonNull(handlers.get(id), id);
    }

    private static Reply stream(Incoming incoming, StreamHandler handler, ControlCall call) {
        if (!incoming.method().equals("GET")) {
            throw HttpError.methodNotAllowed(incoming.method(), List.of("GET"));
        }
        return Reply.streaming(handler.open(call, incoming.header("Last-Event-ID")));
    }

    private static int largestBody(Operation operation) {
        return WITH_WORLDS.contains(operation.id()) ? LARGEST_BODY : BodyLimit.USUAL.bytes();
    }
}
