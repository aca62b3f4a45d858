package dev.capy.bench.jmh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.contract.Editions;
import dev.capy.server.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the contract costs a request: reading and checking what comes, and leaving out of an answer what it does not know. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ContractBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BODY =
            """
            {"projectId":"proj_demo","prompt":"Please add a login page.","tags":["one"],"speed":"fast",
             "repos":[{"repoFullName":"acme/app","branch":"main"}],"attachmentUrls":["https://a.example/b.png"]}""";
    private static final String ANSWER =
            """
            {"id":"c11069db-d4d7-43c0-96b6-2db168f9fb97","projectId":"proj_demo","title":"Add a login page",
             "status":"active","runState":"running","waitingOn":[],"blockedOn":[],"pendingWakeups":0,"tasks":[],
             "participants":[],"pullRequests":[],"slackThreads":[],"tags":[],"createdAt":"2026-01-01T00:00:00.000Z",
             "updatedAt":"2026-01-01T00:00:00.000Z","inner":true}""";

    private final Operation create = operation("createAndStartThread");
    private final Operation get = operation("getThread");
    private final Operation list = operation("listThreads");
    private final byte[] right = BODY.getBytes(StandardCharsets.UTF_8);
    private final JsonNode answer = read(ANSWER);
    private final JsonNode page = page();

    private static Operation operation(String id) {
        return Editions.load(Editions.NAMES.get(0)).operation(id).orElseThrow();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JsonNode page() {
        ObjectNode whole = JSON.createObjectNode();
        for (int i = 0; i < 20; i++) {
            whole.withArray("items").add(answer.deepCopy());
        }
        return whole.put("hasMore", false).putNull("nextCursor");
    }

    @Benchmark
    public JsonNode validationOfABody() {
        return create.readBody(right);
    }

    @Benchmark
    public Object validationOfAQuery() {
        return list.readQuery(Map.of("projectId", List.of("proj_demo"), "limit", List.of("20")));
    }

    @Benchmark
    public JsonNode projectionOfAThread() {
        return get.project(200, answer);
    }

    @Benchmark
    public JsonNode projectionOfAPage() {
        return list.project(200, page);
    }
}
