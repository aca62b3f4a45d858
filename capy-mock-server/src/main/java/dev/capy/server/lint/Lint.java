package dev.capy.server.lint;

import dev.capy.server.contract.Nearest;
import dev.capy.server.contract.Operation;
import dev.capy.server.contract.QueryText;
import dev.capy.server.journal.Journal;
import dev.capy.server.journal.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks through a journal for what clients had better not do. Thread-safe; it changes nothing. */
public final class Lint {

    /** How much wall time should pass between two looks at the same thing. */
    public static final Duration POLL_INTERVAL = Duration.ofSeconds(3);

    private final Journal journal;
    private final Function<String, Optional<Operation>> operations;

    /** @param operations knows the operations of the journal's world by their ids */
    public Lint(Journal journal, Function<String, Optional<Operation>> operations) {
        this.journal = journal;
        this.operations = operations;
    }

    /** All warnings about the requests that are in the journal, in the order of arrival. */
    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        Map<String, RecordedRequest> looks = new HashMap<>();
        Map<String, RecordedRequest> putOff = new HashMap<>();
        for (RecordedRequest request : journal.all()) {
            alone(request, warnings);
            polling(request, looks, warnings);
            retrying(request, putOff, warnings);
        }
        return warnings;
    }

    /**
     * Fails when there are warnings.
     *
     * @throws AssertionError naming all of them
     */
    public void requireClean() {
        List<Warning> warnings = warnings();
        if (!warnings.isEmpty()) {
            throw new AssertionError(warnings.stream()
                    .map(Warning::toString)
                    .collect(Collectors.joining(
                            System.lineSeparator() + "    ",
                            "The client had better not do this:" + System.lineSeparator() + "    ",
                            "")));
        }
    }

    /** What shows in a request without those before it. */
    private void alone(RecordedRequest request, List<Warning> warnings) {
        if (request.header("User-Agent").filter(agent -> !agent.isBlank()).isEmpty()) {
            warnings.add(new Warning(request, Habit.NO_USER_AGENT, "send a User-Agent header"));
        }
        Optional<Operation> operation = request.operation().flatMap(operations);
        operation
                .filter(Operation::isDeprecated)
                .ifPresent(old ->
                        warnings.add(new Warning(request, Habit.DEPRECATED_OPERATION, old.id() + " is deprecated")));
        operation.ifPresent(known -> unknownParameters(request, known, warnings));
    }

    private static void unknownParameters(RecordedRequest request, Operation operation, List<Warning> warnings) {
        for (String name : QueryText.decode(request.query().orElse(null)).keySet()) {
            if (!name.isEmpty() && !operation.queryParameters().contains(name)) {
                String nearest = Nearest.to(name, operation.queryParameters())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
                warnings.add(new Warning(
                        request,
                        Habit.UNKNOWN_QUERY_PARAMETER,
                        operation.id() + " has no query parameter " + name + nearest));
            }
        }
    }

    private static void polling(RecordedRequest request, Map<String, RecordedRequest> looks, List<Warning> warnings) {
        String caller = caller(request) + " ";
        if (!request.method().equals("GET")) {
            looks.keySet().removeIf(look -> look.startsWith(caller));
            return;
        }
        RecordedRequest before = looks.put(caller + target(request), request);
        if (before != null && request.since(before).compareTo(POLL_INTERVAL) < 0) {
            warnings.add(new Warning(
                    request,
                    Habit.POLLS_TOO_FAST,
                    "looks again " + request.since(before).toMillis() + " ms after #" + before.sequence() + ", wait "
                            + POLL_INTERVAL.toMillis() + " ms"));
        }
    }

    private static void retrying(RecordedRequest request, Map<String, RecordedRequest> putOff, List<Warning> warnings) {
        String key = caller(request) + " " + target(request);
        RecordedRequest before = putOff.remove(key);
        if (before != null) {
            Duration asked = Duration.ofSeconds(retryAfter(before).orElseThrow());
            Duration waited = request.since(before).minus(before.duration());
            if (waited.compareTo(asked) < 0) {
                warnings.add(new Warning(
                        request,
                        Habit.IGNORES_RETRY_AFTER,
                        "comes again " + Math.max(0, waited.toMillis()) + " ms after #" + before.sequence()
                                + " was answered " + before.status().orElse(0) + " with Retry-After "
                                + asked.toSeconds()));
            }
        }
        if (retryAfter(request).isPresent()) {
            putOff.put(key, request);
        }
    }

    private static Optional<Long> retryAfter(RecordedRequest request) {
        return Optional.ofNullable(request.answerHeaders().get("Retry-After"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }

    private static String caller(RecordedRequest request) {
        return request.tokenName().orElse("-");
    }

    private static String target(RecordedRequest request) {
        return request.method() + " " + request.path() + "?" + request.query().orElse("");
    }
}
