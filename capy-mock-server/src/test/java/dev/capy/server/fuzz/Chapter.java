package dev.capy.server.fuzz;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some requests to a world of their own, one after another; time passes now and then.
 *
 * @param name says which it is, for who wants to run it again
 * @param attempts what to ask
 */
record Chapter(String edition, String name, List<Attempt> attempts) {

    private static final int BATCH = 60;
    private static final Duration BREAK = Duration.ofSeconds(45);
    private static final Set<Integer> REFUSALS = Set.of(413, 415, 422);

    /** Runs it; when a refused request has changed the world, runs it again and looks after each. */
    Tally run() {
        try {
            return run(false);
        } catch (Changed e) {
            run(true);
            throw new AssertionError(name + ": a refused request has changed the world, and not a second time", e);
        }
    }

    private Tally run(boolean careful) {
        Tally tally = new Tally();
        try (TestServer server = TestServer.speaking(edition)) {
            Scene scene = new Scene(server, edition);
            for (int from = 0; from < attempts.size(); from += BATCH) {
                List<Attempt> batch = attempts.subList(from, Math.min(from + BATCH, attempts.size()));
                runBatch(server, scene, batch, careful, tally);
                server.world().clock().advance(BREAK);
                scene.renew();
            }
        }
        return tally;
    }

    /** First what may change the world; then, once more, what of it was refused, and all that may not. */
    private void runBatch(TestServer server, Scene scene, List<Attempt> batch, boolean careful, Tally tally) {
        List<Attempt> harmless = new ArrayList<>();
        List<Attempt> again = new ArrayList<>();
        for (Attempt template : batch) {
            Attempt attempt = template.in(scene);
            if (!attempt.isRight() || attempt.isLook()) {
                harmless.add(attempt);
            } else if (send(server, attempt, tally) != 200) {
                again.add(attempt);
            }
        }
        String before = server.world().digest();
        for (Attempt attempt : harmless) {
            send(server, attempt, tally);
            if (careful) {
                requireSame(server, before, attempt);
            }
        }
        requireSame(server, before, null);
        for (Attempt attempt : again) {
            if (send(server, attempt, tally) == 200) {
                before = server.world().digest();
            } else if (careful) {
                requireSame(server, before, attempt);
            }
        }
        requireSame(server, before, null);
    }

    private void requireSame(TestServer server, String before, @Nullable Attempt attempt) {
        if (!server.world().digest().equals(before)) {
            if (attempt == null) {
                throw new Changed();
            }
            throw failure(server, attempt, "has changed the world, which it may not", null);
        }
    }

    private int send(TestServer server, Attempt attempt, Tally tally) {
        Answer answer;
        try {
            answer = attempt.send(server);
        } catch (AssertionError | RuntimeException e) {
            throw failure(server, attempt, "has an answer that breaks the contract", e);
        }
        tally.add(attempt, answer.status());
        if (attempt.isRight() && DomainRule.isBroken(attempt.target(), answer)) {
            throw failure(server, attempt, "is allowed and was refused: " + answer.text(), null);
        }
        if (!attempt.isRight() && !REFUSALS.contains(answer.status())) {
            throw failure(server, attempt, "is not allowed and was answered " + answer.status() + ": " + answer, null);
        }
        return answer.status();
    }

    private AssertionError failure(TestServer server, Attempt attempt, String complaint, @Nullable Throwable cause) {
        String line = attempt.curl(server.server().baseUri().toString());
        String why = cause == null ? "" : "\n" + cause.getMessage();
        return new AssertionError(
                name + ": a request of " + attempt.target() + " " + complaint + why + "\n" + line, cause);
    }

    /** Something has changed the world. */
    private static final class Changed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
