package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.server.contract.JsonText;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.Worlds;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The URLs of incoming webhooks: outside the API's documents, without a bearer token, since the URL itself opens the door.
 * Thread-safe.
 */
public final class WebhookGateway {

    /** Where a signature is looked for, in this order; the names are inferred. */
    private static final List<String> SIGNATURES = List.of("X-Capy-Signature", "X-Webhook-Signature");

    private static final String METHOD = "POST";
    private static final String REFUSAL = "Request body validation failed";

    private final Worlds worlds;
    private final WebhookHandler handler;
    private final Consumer<HostedWorld> beforeWrite;

    /** @param beforeWrite told of the world that a request will change, before it does */
    public WebhookGateway(Worlds worlds, WebhookHandler handler, Consumer<HostedWorld> beforeWrite) {
        this.worlds = worlds;
        this.handler = handler;
        this.beforeWrite = beforeWrite;
    }

    /** @param path the raw path below {@link WebhookHandler#ROOT} */
    Reply handle(Context context, String method, String path) {
        if (!method.equals(METHOD)) {
            throw HttpError.methodNotAllowed(method, List.of(METHOD));
        }
        String token = path.substring(1);
        HostedWorld hosted =
                worlds.find(world -> handler.opens(world, token)).orElseThrow(() -> HttpError.notFound("this webhook"));
        byte[] body = RequestBody.readJson(context, RequestBody.LIMIT);
        JsonNode json = JsonText.parse(body, REFUSAL);
        beforeWrite.accept(hosted);
        WebhookRequest request = new WebhookRequest(new String(body, StandardCharsets.UTF_8), json, signature(context));
        return Reply.ok(answer(hosted, token, request));
    }

    private JsonNode answer(HostedWorld hosted, String token, WebhookRequest request) {
        try {
            return handler.handle(hosted, token, request);
        } catch (Forbidden e) {
            throw HttpError.notSigned(e.getMessage());
        }
    }

    private static @Nullable String signature(Context context) {
        return SIGNATURES.stream()
                .map(context::header)
                .filter(header -> header != null)
                .findFirst()
                .orElse(null);
    }
}
