package dev.capy.core.capx.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.capx.Firm;
import dev.capy.core.kernel.error.Conflict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatedCallsTest {

    private final CapyWorld world = CapyWorld.builder().fixture(Firm.EMPTY).build();
    private final RepeatedCalls calls = world.capx().repeatedCalls();
    private final ApiKey key = world.read(view -> world.capx().accounts().key(view, "capx_sk_live_a"));

    @Test
    void givesTheSameAnswerForADay() {
        assertThat(begin("mark", "body")).isEmpty();
        keep("mark", "body");

        world.clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(begin("mark", "body").map(StoredAnswer::body)).contains("answer");

        world.clock().advance(Duration.ofSeconds(1));
        assertThat(begin("mark", "body")).isEmpty();
    }

    @Test
    void refusesTheMarkOfAnotherRequestAndOfOneThatIsUnderWay() {
        begin("mark", "body");
        assertThatThrownBy(() -> begin("mark", "body"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("under way");
        keep("mark", "body");

        assertThatThrownBy(() -> begin("mark", "other"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("another request");
    }

    @Test
    void doesWhatWasRefusedBeforeAnew() {
        begin("mark", "body");
        calls.end(key, "mark");

        assertThat(begin("mark", "other")).isEmpty();
    }

    @Test
    void tellsKeysApart() {
        ApiKey other = world.read(view -> world.capx().accounts().key(view, "capx_sk_test_a"));
        begin("mark", "body");

        assertThat(world.<Optional<StoredAnswer>>read(view -> calls.begin(view, other, "mark", "body")))
                .isEmpty();
    }

    @Test
    void outliveADump() {
        begin("mark", "body");
        keep("mark", "body");
        CapyWorld restored = CapyWorld.builder().restore(world.dump()).build();

        Optional<StoredAnswer> answer =
                restored.read(view -> restored.capx().repeatedCalls().begin(view, key, "mark", "body"));

        assertThat(answer.map(StoredAnswer::status)).contains(201);
    }

    private Optional<StoredAnswer> begin(String mark, String fingerprint) {
        return world.read(view -> calls.begin(view, key, mark, fingerprint));
    }

    private void keep(String mark, String fingerprint) {
        world.write(tx -> {
            calls.keep(tx, key, mark, fingerprint, 201, "answer");
            return true;
        });
        calls.end(key, mark);
    }
}
