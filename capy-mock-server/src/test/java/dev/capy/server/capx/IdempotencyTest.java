package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.fault.Effect;
import dev.capy.server.fault.Fault;
import dev.capy.server.http.Point;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import dev.capy.server.verify.RequestPattern;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final String TASK = Json.text("{'title': 'Write a page'}");
    private static final String TASKS = "/companies/co_demo/tasks";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer create(String mark, String body) {
        return server.capx()
                .request("POST", TASKS)
                .header("Idempotency-Key", mark)
                .json(body)
                .send();
    }

    private int tasks() {
        return server.capx().get(TASKS).data().size();
    }

    @Test
    void answersAgainWhatItAnsweredUnderANewRequestId() {
        Answer first = create("a", TASK);

        Answer second = create("a", TASK);

        assertThat(second.status()).isEqualTo(201);
        assertThat(withoutRequestId(second)).isEqualTo(withoutRequestId(first));
        assertThat(second.header("x-request-id")).isNotEqualTo(first.header("x-request-id"));
        assertThat(tasks()).isEqualTo(1);
    }

    private static ObjectNode withoutRequestId(Answer answer) {
        ObjectNode json = (ObjectNode) answer.json();
        json.withObject("/meta").remove("request_id");
        return json;
    }

    @Test
    void refusesAnotherBody() {
        create("a", TASK).data(201);

        assertThat(create("a", Json.text("{'title': 'Write another'}"))
                        .refused(409, "conflict")
                        .message())
                .contains("used for another request");
    }

    @Test
    void doesAgainWhatWasRefused() {
        create("a", "{}").refused(400, "invalid_request");

        create("a", TASK).data(201);
    }

    @Test
    void forgetsAfterADay() {
        create("a", TASK).data(201);
        server.world().clock().advance(Duration.ofHours(24));

        create("a", TASK).data(201);

        assertThat(tasks()).isEqualTo(2);
    }

    @Test
    void survivesADump() {
        create("a", TASK).data(201);

        server.world().restore(server.world().dump());

        create("a", TASK).data(201);
        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void rescuesWhoeverLostTheAnswer() {
        server.server()
                .faults()
                .add(Fault.when(RequestPattern.operation("createCompanyTask"))
                        .at(Point.AFTER_COMMIT)
                        .once()
                        .then(Effect.status(503)));
        assertThat(server.raw()
                        .lines(
                                "POST /capx/v1" + TASKS + " HTTP/1.1",
                                "Host: a",
                                "Content-Type: application/json",
                                "Content-Length: " + TASK.length(),
                                "Authorization: Bearer capx_sk_live_demo",
                                "Idempotency-Key: a",
                                "",
                                TASK)
                        .status())
                .isEqualTo(503);

        create("a", TASK).data(201);

        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void doesOnceWhatManyAskAtTheSameTime() {
        List<Integer> statuses = IntStream.range(0, 16)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> create("a", TASK).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).isSubsetOf(201, 409, 429).contains(201);
        assertThat(tasks()).isEqualTo(1);
    }
}
