package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.server.contract.Operation;
import dev.capy.server.worlds.Access;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.Worlds;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Everything under {@code /api}: finds the world by its token and the operation by the world's edition, lets nothing
 * malformed through, and answers what the edition's document says. Thread-safe.
 */
public final class ApiGateway implements Gateway {

    private static final String ROOT = "/api";

    private static final int CONFLICT = 409;

    private final Worlds worlds;
    private final Map<String, OperationHandler> handlers;
    private final BodyLimit largestBody;
    private final Consumer<HostedWorld> beforeWrite;
    private final Interference interference;

    /**
     * @param handlers what answers each operation, by its id
     * @param beforeWrite told of the world that a request will change, before it does
     * @param interference what may happen to an exchange besides
     */
    public ApiGateway(
            Worlds worlds,
            Map<String, OperationHandler> handlers,
            BodyLimit largestBody,
            Consumer<HostedWorld> beforeWrite,
            Interference interference) {
        this.worlds = worlds;
        this.handlers = handlers;
        this.largestBody = largestBody;
        this.beforeWrite = beforeWrite;
        this.interference = interference;
    }

    @Override
    public String root() {
        return ROOT;
    }

    @Override
    public void identify(Incoming incoming, Exchange exchange, String method, String path) {
        BearerToken.of(incoming)
                .ifPresent(token -> worlds.open(token).ifPresent(access -> {
                    exchange.identify(access, token);
                    exchange.lead(access.hosted().edition().route(method, path));
                }));
    }

    @Override
    public Reply handle(Incoming incoming, Exchange exchange, String method, String path) {
        Access access = authenticate(incoming, exchange);
        HostedWorld hosted = access.hosted();
        if (method.equals("GET") && path.equals("/openapi.json")) {
            return Reply.ok(hosted.edition().document());
        }
        Request request = Request.read(incoming, exchange, ROOT, method, path, operation -> largestBody.bytes());
        interference.at(Point.BEFORE_HANDLING, exchange);
        Call call = new Call(hosted, access.caller(), request.path(), request.query(), request.body());
        OperationHandler handler = handler(request.operation());
        if (method.equals("GET")) {
            Looking.moveTime(call.world().clock(), () -> handler.handle(call));
        } else {
            beforeWrite.accept(hosted);
        }
        JsonNode fullest = handle(request.operation(), handler, call);
        JsonNode answer =
                Answers.projected(request.operation(), fullest, hosted.options().strict());
        interference.at(Point.AFTER_COMMIT, exchange);
        return Reply.ok(answer);
    }

    /** An edition without conflicts knows them as what cannot be processed. */
    private static JsonNode handle(Operation operation, OperationHandler handler, Call call) {
        try {
            return handler.handle(call);
        } catch (Conflict e) {
            throw operation.declares(CONFLICT) ? e : new Invalid(e.getMessage());
        }
    }

    private static Access authenticate(Incoming incoming, Exchange exchange) {
        if (BearerToken.of(incoming).isEmpty()) {
            throw HttpError.unauthorized("Send the header Authorization: Bearer <token>");
        }
        return exchange.access().orElseThrow(() -> HttpError.unauthorized("The API token is not valid"));
    }

    private OperationHandler handler(Operation operation) {
        return Objects.requireNonNull(handlers.get(operation.id()), operation.id());
    }
}
