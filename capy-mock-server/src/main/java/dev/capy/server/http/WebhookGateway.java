package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.server.contract.JsonText;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.Worlds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The URLs of incoming webhooks: outside the API's documents, without a bearer token, since the URL itself opens the door.
 * Thread-safe.
 */
public final class WebhookGateway implements Gateway {

    /** Where a signature is looked for, in this order; the names are inferred. */
    private static final List<String> SIGNATURES = List.of("X-Capy-Signature", "X-Webhook-Signature");

    private static final String METHOD = "POST";
    private static final String REFUSAL = "Request body validation failed";

    private final Worlds worlds;
    private final WebhookHandler handler;
    private final BodyLimit largestBody;
    private final Consumer<HostedWorld> beforeWrite;
    private final Interference interference;

    /**
     * @param beforeWrite told of the world that a request will change, before it does
     * @param interference what may happen to an exchange besides
     */
    public WebhookGateway(
            Worlds worlds,
            WebhookHandler handler,
            BodyLimit largestBody,
            Consumer<HostedWorld> beforeWrite,
            Interference interference) {
        this.worlds = worlds;
        this.handler = handler;
        this.largestBody = largestBody;
        this.beforeWrite = beforeWrite;
        this.interference = interference;
    }

    @Override
    public String root() {
        return WebhookHandler.ROOT;
    }

    /** Finds the world that has the URL, if there is one. */
    @Override
    public void identify(Incoming incoming, Exchange exchange, String method, String path) {
        worlds.find(world -> handler.opens(world, path.substring(1))).ifPresent(exchange::identify);
    }

    @Override
    public Reply handle(Incoming incoming, Exchange exchange, String method, String path) {
        if (!method.equals(METHOD)) {
            throw HttpError.methodNotAllowed(method, List.of(METHOD));
        }
        String token = path.substring(1);
        HostedWorld hosted = exchange.hosted().orElseThrow(() -> HttpError.notFound("this webhook"));
        byte[] body = incoming.body().readJson(exchange, largestBody.bytes());
        JsonNode json = JsonText.parse(body, REFUSAL);
        interference.at(Point.BEFORE_HANDLING, exchange);
        beforeWrite.accept(hosted);
        WebhookRequest request =
                new WebhookRequest(new String(body, StandardCharsets.UTF_8), json, signature(incoming));
        JsonNode answer = answer(hosted, token, request);
        interference.at(Point.AFTER_COMMIT, exchange);
        return Reply.ok(answer);
    }

    private JsonNode answer(HostedWorld hosted, String token, WebhookRequest request) {
        try {
            return handler.handle(hosted, token, request);
        } catch (Forbidden e) {
            throw HttpError.notSigned(e.getMessage());
        }
    }

    private static @Nullable String signature(Incoming incoming) {
        return SIGNATURES.stream()
                .map(incoming::header)
                .filter(header -> header != null)
                .findFirst()
                .orElse(null);
    }
}
