package dev.capy.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void keepsTheNewestRequestsInTheirOrder() {
        Journal journal = new Journal(40, 1_000);

        IntStream.rangeClosed(1, 100).forEach(number -> journal.add(exchange("/" + number)));

        assertThat(journal.all())
                .extracting(RecordedRequest::sequence)
                .hasSize(40)
                .isSorted()
                .contains(61L, 100L);
        assertThat(journal.find(60)).isEmpty();
        assertThat(journal.find(61)).map(RecordedRequest::path).contains("/61");
        assertThat(journal.find(101)).isEmpty();
        assertThat(journal.lastSequence()).isEqualTo(100);
    }

    @Test
    void letsOldOnesGoWhenBodiesTakeTooMuch() {
        Journal journal = new Journal(40, 10);
        List<Exchange> exchanges =
                IntStream.range(0, 5).mapToObj(number -> exchange("/" + number)).toList();
        exchanges.forEach(journal::add);

        exchanges.forEach(exchange -> {
            exchange.body("12345".getBytes(StandardCharsets.UTF_8));
            journal.update(exchange);
        });

        assertThat(journal.all()).extracting(RecordedRequest::body).containsExactly("12345", "12345");
    }

    @Test
    void goesOnCountingWhenItIsCleared() {
        Journal journal = new Journal();
        Exchange early = exchange("/early");
        journal.add(early);

        journal.clear();
        journal.update(early);
        journal.add(exchange("/late"));

        assertThat(journal.all()).extracting(RecordedRequest::sequence).containsExactly(2L);
    }

    @Test
    void wakesWhoWaitsForARequest() {
        Journal journal = new Journal();
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(
                () -> journal.<Integer>await(List::size, size -> size == 2, Duration.ofSeconds(20)));

        journal.add(exchange("/1"));
        journal.add(exchange("/2"));

        assertThat(waiting.join()).isEqualTo(2);
    }

    @Test
    void answersItsLastLookWhenNothingComes() {
        assertThat(new Journal().<Integer>await(List::size, size -> size == 1, Duration.ofMillis(1)))
                .isZero();
    }

    @Test
    void showsEachMomentAsItWas() {
        Journal journal = new Journal();
        Exchange exchange = exchange("/a");
        journal.add(exchange);
        List<RecordedRequest> before = journal.all();

        exchange.body(new byte[] {'7'});
        journal.update(exchange);

        assertThat(before).extracting(RecordedRequest::body).containsExactly("");
        assertThat(journal.all()).extracting(RecordedRequest::body).containsExactly("7");
    }

    private static Exchange exchange(String path) {
        return new Exchange("req_1", "GET", path, null, Map.of());
    }
}
