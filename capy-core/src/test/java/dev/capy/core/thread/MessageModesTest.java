package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.catalog.Effort;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.script.CaptainStep.Obstacle;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageModesTest {

    private final CapyWorld world = CapyWorld.builder().build();
    private final Member owner = world.as("capy_demo");
    private final String thread = owner.startThread("proj_empty", "One.").id();

    private String mind() {
        return owner.thread(thread).run().mind().prompt();
    }

    private Sent send(String text, @Nullable String clientId, boolean interrupts) {
        NewMessage message = new NewMessage(text, clientId, interrupts, List.of(), Effort.DEFAULT, Effort.DEFAULT);
        return world.write(tx -> world.threads().send(tx, owner.user(), owner.user(), thread, message));
    }

    @Test
    void aBusyCaptainReadsAMessageWhenItsWorkIsDone() {
        assertThat(send("Two.", null, false).status()).isEqualTo(Sent.Status.QUEUED);
        assertThat(owner.thread(thread).run().pendingWakeups()).isEqualTo(1);

        world.clock().runUntilIdle();

        assertThat(owner.messages(thread)).hasSize(4);
        assertThat(owner.thread(thread).run().pendingWakeups()).isZero();
    }

    @Test
    void anInterruptedCaptainStartsOverWithBoth() {
        world.clock().advance(Duration.ofSeconds(10));

        assertThat(send("Two.", null, true).status()).isEqualTo(Sent.Status.SENT);
        assertThat(owner.thread(thread).run().mind().prompt()).isEqualTo("One.\n\nTwo.");

        world.clock().runUntilIdle();
        assertThat(owner.messages(thread)).hasSize(3);
        assertThat(owner.thread(thread).runState()).isEqualTo(RunState.READY);
    }

    @Test
    void anInterruptLeavesWhatIsUnreadToBeReadAfterwards() {
        send("Two.", null, false);

        send("Three.", null, true);
        assertThat(owner.thread(thread).run().pendingWakeups()).isEqualTo(1);
        world.clock().runUntil(view -> mind().equals("Two."), Duration.ofMinutes(5));

        assertThat(mind()).isEqualTo("Two.");
        world.clock().runUntilIdle();
        assertThat(owner.messages(thread))
                .extracting(Message::content)
                .filteredOn(said -> said.contains("noted"))
                .hasSize(2);
    }

    @Test
    void aBlockedCaptainThatIsInterruptedTurnsToAllThatIsUnread() {
        world.surroundings()
                .script(Script.captain("blocked", When.prompt("Blocked"), captain -> captain.block(Obstacle.AUTH)));
        send("Blocked.", null, false);
        world.clock().runUntilIdle();
        assertThat(owner.thread(thread).runState()).isEqualTo(RunState.BLOCKED);
        assertThat(send("Two.", null, false).status()).isEqualTo(Sent.Status.QUEUED);

        assertThat(send("Three.", null, true).status()).isEqualTo(Sent.Status.SENT);

        assertThat(mind()).isEqualTo("Two.\n\nThree.");
        world.clock().runUntilIdle();
        assertThat(owner.thread(thread).runState()).isEqualTo(RunState.READY);
    }

    @Test
    void aMessageIsNotSentTwice() {
        Sent first = send("Two.", "m-1", false);
        Sent again = send("Two.", "m-1", false);

        assertThat(first.alreadyPresent()).isFalse();
        assertThat(again.alreadyPresent()).isTrue();
        assertThat(again.message()).isEqualTo(first.message());
        assertThat(owner.messages(thread)).hasSize(2);
    }

    @Test
    void anotherMessageOfTheSameIdIsAConflict() {
        send("Two.", "m-1", false);

        assertThatThrownBy(() -> send("Three.", "m-1", false))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("m-1");
    }

    @Test
    void anArchivedThreadTakesNone() {
        world.write(tx -> world.threads().archive(tx, thread));
        assertThat(owner.thread(thread).runState()).isEqualTo(RunState.ARCHIVED);

        assertThatThrownBy(() -> send("Two.", null, false)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> owner.stop(thread)).isInstanceOf(Conflict.class);
    }

    @Test
    void anUnarchivedThreadIsAtRestAndGoesOnWhenAsked() {
        world.write(tx -> world.threads().archive(tx, thread));
        world.write(tx -> world.threads().unarchive(tx, thread));
        assertThat(owner.thread(thread).runState()).isEqualTo(RunState.READY);

        send("Two.", null, false);

        assertThat(owner.thread(thread).runState()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aThreadMayBeStoppingForAWhile() {
        world.write(tx -> world.threads().stop(tx, thread, Duration.ofSeconds(2)));
        assertThat(owner.thread(thread).runState()).isEqualTo(RunState.STOPPING);
        assertThat(send("Two.", null, false).status()).isEqualTo(Sent.Status.QUEUED);

        world.clock().advance(Duration.ofSeconds(2));

        assertThat(owner.thread(thread).runState()).isEqualTo(RunState.RUNNING);
        assertThat(owner.thread(thread).run().mind().prompt()).isEqualTo("Two.");
    }
}
