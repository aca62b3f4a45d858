package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.capx.account.Scope;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.server.contract.Editions;
import dev.capy.server.contract.Operation;
import dev.capy.server.contract.Route;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.KeyAccess;
import dev.capy.server.worlds.Worlds;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything under {@code /capx/v1}: finds the world by its key, counts the request, lets nothing malformed through, and
 * answers what the document says. Thread-safe.
 */
public final class CapxGateway implements Gateway {

    static final String ROOT = "/capx/v1";

    private static final String SCOPES = "x-capx-scopes";

    private final LazyDocument document;
    private final Worlds worlds;
    private final CapxHandlers handlers;
    private final BodyLimit largestBody;
    private final Consumer<HostedWorld> beforeWrite;
    private final Interference interference;

    /**
     * @param beforeWrite told of the world that a request will change, before it does
     * @param interference what may happen to an exchange besides
     */
    public CapxGateway(
            Worlds worlds,
            CapxHandlers handlers,
            BodyLimit largestBody,
            Consumer<HostedWorld> beforeWrite,
            Interference interference) {
        this.worlds = worlds;
        this.handlers = handlers;
        this.largestBody = largestBody;
        this.document = new LazyDocument(Editions::capx, handlers.all());
        this.beforeWrite = beforeWrite;
        this.interference = interference;
    }

    @Override
    public String root() {
        return ROOT;
    }

    @Override
    public void identify(Incoming incoming, Exchange exchange, String method, String path) {
        exchange.promise(CapxPass.headersWithoutKey());
        BearerToken.of(incoming)
                .flatMap(worlds::openCapx)
                .ifPresent(access -> exchange.identify(access, CapxPass.begin(access)));
        exchange.lead(document.get().route(method, path));
    }

    @Override
    public Reply handle(Incoming incoming, Exchange exchange, String method, String path) {
        if (method.equals("GET") && path.equals("/openapi.json")) {
            return Reply.ok(document.get().document());
        }
        KeyAccess access = authenticate(incoming, exchange);
        exchange.pass().ifPresent(CapxPass::require);
        if (exchange.route() instanceof Route.Found found) {
            access.key().require(scopes(found.operation()));
        }
        Request request = Request.read(incoming, exchange, ROOT, method, path, operation -> largestBody.bytes());
        CapxCall call = new CapxCall(access.hosted(), access.key(), request.path(), request.query(), request.body());
        return isStream(request)
                ? stream(incoming, exchange, request.operation(), call)
                : answer(exchange, request.operation(), call);
    }

    private static KeyAccess authenticate(Incoming incoming, Exchange exchange) {
        if (BearerToken.of(incoming).isEmpty()) {
            throw HttpError.unauthorized("Send the header Authorization: Bearer <API key>");
        }
        return exchange.keyAccess().orElseThrow(() -> HttpError.unauthorized("The API key is not valid"));
    }

    private static Scope[] scopes(Operation operation) {
        return operation.extension(SCOPES).stream().map(Scope::of).toArray(Scope[]::new);
    }

    private boolean isStream(Request request) {
        String id = request.operation().id();
        return handlers.follows.containsKey(id)
                && (!handlers.looks.containsKey(id)
                        || request.query().flag("stream").orElse(false));
    }

    private Reply stream(Incoming incoming, Exchange exchange, Operation operation, CapxCall call) {
        if (!exchange.method().equals("GET")) {
            throw HttpError.methodNotAllowed(exchange.method(), List.of("GET"));
        }
        interference.at(Point.BEFORE_HANDLING, exchange);
        CapxHandlers.Follow handler = Objects.requireNonNull(handlers.follows.get(operation.id()));
        return Reply.streaming(handler.follow(call, incoming.header("Last-Event-ID")));
    }

    private Reply answer(Exchange exchange, Operation operation, CapxCall call) {
        Optional<Repetition> repetition = Repetition.of(exchange, call);
        Supplier<Reply> work = () -> done(exchange, operation, call, repetition);
        CapxHandlers.Again again = handlers.agains.getOrDefault(operation.id(), (repeated, view, data) -> {});
        Reply reply = repetition.isEmpty() ? work.get() : repetition.get().answer(exchange.requestId(), work, again);
        interference.at(Point.AFTER_COMMIT, exchange);
        return reply;
    }

    private Reply done(Exchange exchange, Operation operation, CapxCall call, Optional<Repetition> repetition) {
        interference.at(Point.BEFORE_HANDLING, exchange);
        CapxHandlers.Look look = handlers.looks.get(operation.id());
        if (look != null) {
            Looking.moveTime(call.world().clock(), () -> call.world().read(view -> look.look(call, view)));
            return call.world().read(view -> reply(exchange, operation, call, look.look(call, view), view, 0));
        }
        CapxHandlers.Act act = Objects.requireNonNull(handlers.acts.get(operation.id()), operation.id());
        beforeWrite.accept(call.hosted());
        return call.world().write(tx -> {
            Reply reply = act(exchange, operation, call, act, tx);
            repetition.ifPresent(repeated -> repeated.keep(tx, reply));
            return reply;
        });
    }

    private static Reply act(Exchange exchange, Operation operation, CapxCall call, CapxHandlers.Act handler, Tx tx) {
        long before = call.world().capx().accounts().balance(tx, call.key());
        CapxAnswer answer = handler.act(call, tx);
        long used = before - call.world().capx().accounts().balance(tx, call.key());
        return reply(exchange, operation, call, answer, tx, used);
    }

    private static Reply reply(
            Exchange exchange, Operation operation, CapxCall call, CapxAnswer answer, View view, long creditsUsed) {
        JsonNode full = CapxSuccess.body(
                answer, creditsUsed, call.world().capx().accounts().balance(view, call.key()), exchange.requestId());
        return new Reply(
                operation.success(),
                Answers.projected(operation, full, call.hosted().options().strict()));
    }
}
