package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Violation;
import dev.capy.server.contract.Operation;
import dev.capy.server.worlds.Access;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.Worlds;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Everything under {@code /api}: finds the world by its token and the operation by the world's edition, lets nothing
 * malformed through, and answers what the edition's document says. Thread-safe.
 */
public final class ApiGateway {

    static final String ROOT = "/api";

    private static final int OK = 200;

    private final Worlds worlds;
    private final Map<String, OperationHandler> handlers;
    private final Consumer<HostedWorld> beforeWrite;
    private final boolean strict;

    /**
     * @param handlers what answers each operation, by its id
     * @param beforeWrite told of the world that a request will change, before it does
     * @param strict whether an answer that breaks its own document is an error
     */
    public ApiGateway(
            Worlds worlds, Map<String, OperationHandler> handlers, Consumer<HostedWorld> beforeWrite, boolean strict) {
        this.worlds = worlds;
        this.handlers = handlers;
        this.beforeWrite = beforeWrite;
        this.strict = strict;
    }

    /** @param path the raw path below {@link #ROOT} */
    Reply handle(Context context, String method, String path) {
        Access access = authenticate(context);
        HostedWorld hosted = access.hosted();
        if (method.equals("GET") && path.equals("/openapi.json")) {
            return Reply.ok(hosted.edition().document());
        }
        Request request = Request.read(hosted.edition(), context, ROOT, method, path);
        moveTime(hosted, method);
        Call call = new Call(hosted, access.caller(), request.path(), request.query(), request.body());
        return Reply.ok(answer(request.operation(), call));
    }

    private Access authenticate(Context context) {
        String token = BearerToken.of(context)
                .orElseThrow(() -> HttpError.unauthorized("Send the header Authorization: Bearer <token>"));
        return worlds.open(token).orElseThrow(() -> HttpError.unauthorized("The API token is not valid"));
    }

    private void moveTime(HostedWorld hosted, String method) {
        if (method.equals("GET")) {
            hosted.world().clock().poll();
        } else {
            beforeWrite.accept(hosted);
        }
    }

    private JsonNode answer(Operation operation, Call call) {
        OperationHandler handler = Objects.requireNonNull(handlers.get(operation.id()), operation.id());
        JsonNode projected = operation.project(OK, handler.handle(call));
        if (strict) {
            List<Violation> violations = operation.check(OK, projected);
            if (!violations.isEmpty()) {
                throw new IllegalStateException(operation.id() + " would break its contract: " + violations);
            }
        }
        return projected;
    }
}
