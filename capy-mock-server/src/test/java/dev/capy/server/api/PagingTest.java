package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    private static final String THREADS = "/v1/threads?projectId=proj_empty";

    private final TestServer server = TestServer.manual();
    private final ApiClient api = server.api();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goesThroughAllNewestFirst() {
        List<String> newestFirst = new ArrayList<>(startThreads(25));
        Collections.reverse(newestFirst);

        assertThat(api.get(THREADS).ok().path("items")).hasSize(20);
        assertThat(pages(THREADS + "&limit=10")).isEqualTo(newestFirst);
        assertThat(pages(THREADS + "&limit=25")).isEqualTo(newestFirst);
        assertThat(pages(THREADS + "&limit=1")).isEqualTo(newestFirst);
        assertThat(pages(THREADS + "&limit=100")).isEqualTo(newestFirst);
    }

    @Test
    void isNotDisturbedByThreadsThatComeMeanwhile() {
        List<String> newestFirst = new ArrayList<>(startThreads(20));
        Collections.reverse(newestFirst);
        JsonNode first = api.get(THREADS + "&limit=5").ok();

        CompletableFuture<List<String>> meanwhile = CompletableFuture.supplyAsync(() -> startThreads(20));
        List<String> seen = new ArrayList<>(first.path("items").findValuesAsText("id"));
        seen.addAll(
                pages(THREADS + "&limit=1&cursor=" + first.path("nextCursor").asText()));
        meanwhile.join();

        assertThat(topIds(seen, newestFirst)).isEqualTo(newestFirst);
        assertThat(pages(THREADS + "&limit=100")).hasSize(40);
    }

    /** Items hold no ids but their own: threads without tasks. */
    private static List<String> topIds(List<String> seen, List<String> known) {
        assertThat(known).containsAll(seen);
        return seen;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects?limit=1",
                "/v1/threads?projectId=proj_demo",
                "/v1/threads?projectId=proj_empty&status=idle",
                "/v1/threads?projectId=proj_empty&q=a"
            })
    void takesNoCursorOfAnotherList(String list) {
        startThreads(2);
        String cursor = api.get(THREADS + "&limit=1").ok().path("nextCursor").asText();

        api.get(THREADS + "&limit=2&cursor=" + cursor).ok();
        assertThat(api.get(list + "&cursor=" + cursor).invalid().violations())
                .containsExactly("$.cursor: must be the nextCursor of an earlier page of this list");
    }

    @Test
    void takesNoCursorOfAnotherWorldOrThatWasChanged() {
        startThreads(2);
        String cursor = api.get(THREADS + "&limit=1").ok().path("nextCursor").asText();

        try (TestServer other = TestServer.of(world -> world.seed(43))) {
            other.api().get(THREADS + "&cursor=" + cursor).invalid();
        }
        char flipped = cursor.charAt(5) == 'A' ? 'B' : 'A';
        for (String mangled : List.of(
                cursor.substring(1),
                cursor + "A",
                cursor.substring(0, 5) + flipped + cursor.substring(6),
                "",
                "1",
                "%20",
                "%F0%9F%90%B9",
                "a".repeat(5_000))) {
            api.get(THREADS + "&cursor=" + mangled).invalid();
        }
    }

    private List<String> startThreads(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Threads.id(
                        Threads.startWith(api, "{'projectId': 'proj_empty', 'prompt': 'a %d'}".formatted(i))))
                .toList();
    }

    private List<String> pages(String path) {
        List<String> ids = new ArrayList<>();
        JsonNode page = api.get(path).ok();
        String base = path.replaceFirst("&cursor=.*", "");
        page.path("items").forEach(item -> ids.add(Threads.id(item)));
        while (page.path("hasMore").asBoolean()) {
            page = api.get(base + "&cursor=" + page.path("nextCursor").asText()).ok();
            page.path("items").forEach(item -> ids.add(Threads.id(item)));
        }
        assertThat(page.path("nextCursor").isNull()).isTrue();
        return ids;
    }
}
