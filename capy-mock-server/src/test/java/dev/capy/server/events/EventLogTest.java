package dev.capy.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.core.catalog.MachineUsed;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.review.ReviewEnded;
import dev.capy.core.task.TaskEnded;
import dev.capy.core.vm.VmPlaced;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final OptionalLong NOW = OptionalLong.empty();

    private final EventLog log = new EventLog();
    private final ReadFeed feed = new ReadFeed();

    private final SseFeed sse = new SseFeed(feed);

    private EventReader reader(EventKinds kinds) {
        return new EventReader(sse, kinds);
    }

    private void happen(Event event) {
        log.saw(CapyClock.EPOCH.plusMillis(1_500), event);
    }

    @Test
    void tellsTheNumberTheKindTheTimeAndTheFields() {
        log.join(reader(EventKinds.ALL), NOW);

        happen(new TaskEnded("t\n\u2028é", null, "no"));
        happen(new MachineUsed("j", "small", Duration.ofSeconds(90)));

        assertThat(feed.text()).isEqualTo("""
                id: 1
                event: TaskEnded
                data: {"at":"2026-01-01T00:00:01.500Z","taskId":"t\\n\u2028é","threadId":null,"failure":"no"}

                id: 2
                event: MachineUsed
                data: {"at":"2026-01-01T00:00:01.500Z","jamId":"j","size":"small","time":"PT1M30S"}

                """);
    }

    @Test
    void tellsOnlyWhatIsRead() {
        log.join(reader(EventKinds.read("TaskEnded,VmPlaced")), NOW);

        happen(new ReviewEnded("r", "acme/app", "main"));
        happen(new VmPlaced("v"));

        assertThat(feed.text()).startsWith("id: 2\nevent: VmPlaced\n").doesNotContain("ReviewEnded");
        assertThat(sse.told()).isEqualTo(1);
    }

    @Test
    void tellsWhoComesBackWhatHappenedMeanwhile() {
        happen(new VmPlaced("a"));
        happen(new VmPlaced("b"));
        happen(new VmPlaced("c"));

        log.join(reader(EventKinds.ALL), OptionalLong.of(1));
        happen(new VmPlaced("d"));

        assertThat(feed.text().lines().filter(line -> line.startsWith("id")))
                .containsExactly("id: 2", "id: 3", "id: 4");
    }

    @Test
    void tellsWhatIsLost() {
        for (int i = 0; i < EventLog.KEPT + 5; i++) {
            happen(new VmPlaced("v"));
        }

        log.join(reader(EventKinds.ALL), OptionalLong.of(2));

        assertThat(feed.text()).startsWith("event: EventsLost\ndata: {\"from\":3,\"to\":5}\n\nid: 6\n");
        assertThat(feed.text().lines().filter(line -> line.startsWith("id"))).hasSize(EventLog.KEPT);
    }

    @Test
    void losesNothingThatIsKept() {
        for (int i = 0; i < EventLog.KEPT + 5; i++) {
            happen(new VmPlaced("v"));
        }

        log.join(reader(EventKinds.ALL), OptionalLong.of(5));

        assertThat(feed.text()).startsWith("id: 6\n");
    }

    @Test
    void doesNotKnowWhatHasNotHappened() {
        happen(new VmPlaced("v"));

        log.requireKnown(0);
        log.requireKnown(1);
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> log.requireKnown(2));
    }

    @Test
    void tellsNothingToWhoHasLeft() {
        EventReader reader = reader(EventKinds.ALL);
        log.join(reader, NOW);

        log.leave(reader);
        happen(new VmPlaced("v"));

        assertThat(feed.text()).isEmpty();
    }

    @Test
    void endsWithTheWorld() {
        log.join(reader(EventKinds.ALL), NOW);

        log.close();

        assertThat(feed.isOver()).isTrue();
        assertThat(feed.text()).isEqualTo(": the world is closed\n\n");
    }

    @Test
    void endsAtOnceWhenTheWorldIsClosed() {
        log.close();

        log.join(reader(EventKinds.ALL), NOW);

        assertThat(feed.isOver()).isTrue();
    }

    @Test
    void keepsSilentReadersAwake() {
        EventReader reader = reader(EventKinds.ALL);
        log.join(reader, NOW);

        sse.keepAlive(Duration.ofHours(1));
        assertThat(feed.text()).isEmpty();
        sse.keepAlive(Duration.ZERO);

        assertThat(feed.text()).isEqualTo(": still here\n\n");
    }
}
