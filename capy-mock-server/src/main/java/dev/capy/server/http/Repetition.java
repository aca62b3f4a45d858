package dev.capy.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.account.RepeatedCalls;
import dev.capy.core.capx.account.StoredAnswer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request that may come again, as its caller says with the header {@code Idempotency-Key}, and is done once.
 *
 * @param call the request
 * @param mark what its caller calls it
 * @param fingerprint tells what is asked for
 */
record Repetition(CapxCall call, String mark, String fingerprint) {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws Invalid when the caller's mark is none */
    static Optional<Repetition> of(Exchange exchange, CapxCall call) {
        return exchange.header(HEADER)
                .filter(mark -> exchange.method().equals("POST"))
                .map(mark -> new Repetition(call, checked(mark), fingerprint(exchange)));
    }

    private static String checked(String mark) {
        if (mark.isBlank() || mark.length() > LONGEST) {
            throw Invalid.at("$." + HEADER, "must be 1 to " + LONGEST + " characters");
        }
        return mark;
    }

    private static String fingerprint(Exchange exchange) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String target = exchange.method() + " " + exchange.path() + "?" + exchange.query() + "\n";
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(exchange.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private RepeatedCalls calls() {
        return call.world().capx().repeatedCalls();
    }

    /**
     * What was answered before, under a new request id; what {@code work} answers when nothing was.
     *
     * @param again puts back what was not kept
     */
    Reply answer(String requestId, Supplier<Reply> work, CapxHandlers.Again again) {
        RepeatedCalls calls = calls();
        Optional<StoredAnswer> before = call.world().read(view -> calls.begin(view, call.key(), mark, fingerprint));
        if (before.isPresent()) {
            return again(before.get(), requestId, again);
        }
        try {
            return work.get();
        } finally {
            calls.end(call.key(), mark);
        }
    }

    private Reply again(StoredAnswer before, String requestId, CapxHandlers.Again again) {
        try {
            ObjectNode body = CapxSuccess.again(JSON.readTree(before.body()), requestId);
            call.world().read(view -> {
                again.complete(call, view, body.withObject("/data"));
                return true;
            });
            return new Reply(before.status(), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a world keeps JSON alone", e);
        }
    }

    /** Keeps an answer for when it comes again. */
    void keep(Tx tx, Reply reply) {
        calls().keep(
                        tx,
                        call.key(),
                        mark,
                        fingerprint,
                        reply.status(),
                        CapxSuccess.kept(reply.body()).toString());
    }
}
