package dev.capy.core.capx.account;

import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls that their callers mark, so that each is done once however often it comes (idempotency keys). Answers are kept for
 * 24 hours of the world's time; that, and what is done about other bodies, is not documented by the vendor.
 *
 * <p>Which calls are under way is no part of the world. Thread-safe.
 */
public final class RepeatedCalls {

    /** How long answers are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Table<StoredAnswer> ANSWERS =
            Table.of("capx_stored_answers", StoredAnswer.class, StoredAnswer::id);

    /** An answer need not be kept any more. */
    record AnswerExpires(String answerId) implements Timer {
        @Override
        public String describe() {
            return "end of the stored answer to " + answerId;
        }
    }

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public RepeatedCalls(Registry registry) {
        registry.tables(ANSWERS).on(AnswerExpires.class, (tx, expiry) -> tx.delete(ANSWERS, expiry.answerId()));
    }

    /**
     * Begins a marked call, unless it was answered before. One that was begun is under way until {@link #end}.
     *
     * @param mark what the caller marked it with
     * @param fingerprint tells what is asked for
     * @return what it was answered; empty when it is to be done
     * @throws Conflict when it is under way, or was something else before
     */
    public Optional<StoredAnswer> begin(View view, ApiKey key, String mark, String fingerprint) {
        String id = StoredAnswer.id(key, mark);
        if (!underWay.add(id)) {
            throw new Conflict("The call with the idempotency key " + mark + " is still under way");
        }
        Optional<StoredAnswer> answer = view.find(ANSWERS, id);
        if (answer.isPresent()) {
            underWay.remove(id);
        }
        if (answer.filter(stored -> !stored.fingerprint().equals(fingerprint)).isPresent()) {
            throw new Conflict("The idempotency key " + mark + " was used for another request");
        }
        return answer;
    }

    /** Keeps the answer to a call that was done; refused ones are not kept. */
    public void keep(Tx tx, ApiKey key, String mark, String fingerprint, int status, String body) {
        String id = StoredAnswer.id(key, mark);
        tx.insert(ANSWERS, new StoredAnswer(id, fingerprint, status, body));
        tx.scheduleInBackground(KEPT, new AnswerExpires(id));
    }

    /** A call that was begun is over, done or not. */
    public void end(ApiKey key, String mark) {
        underWay.remove(StoredAnswer.id(key, mark));
    }
}
