package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.account.User;
import dev.capy.core.catalog.Effort;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void isListedNewestFirst() {
        Story story = Story.of("One.");
        story.owner().send(story.id(), "Two.");
        story.owner().send(story.id(), "Three.");

        assertThat(story.said()).containsExactly("Three.", "Two.", "One.");
    }

    @Test
    void saysWhoWroteItAndWhen() {
        Story story = Story.of("One.").until(RunState.WAITING);

        List<Message> messages = story.owner().messages(story.id());

        assertThat(messages).extracting(Message::source).containsExactly("assistant", "user");
        assertThat(messages).extracting(Message::authorId).containsExactly(null, "user_owner");
        assertThat(messages.get(1).createdAt()).isEqualTo(story.thread().createdAt());
        assertThat(messages.get(0).createdAt()).isEqualTo(story.now());
    }

    @Test
    void isReadWhenTheWorkInHandIsDoneByAThreadThatRuns() {
        Story story = Story.of("One.").advance(Duration.ofSeconds(5));

        story.owner().send(story.id(), "Two.");
        assertThat(story.state()).isEqualTo(RunState.RUNNING);
        assertThat(story.thread().run().pendingWakeups()).isEqualTo(1);
        assertThat(story.thread().run().mind().prompt()).isEqualTo("One.");

        story.until(() -> story.thread().run().mind().prompt().equals("Two."));
        assertThat(story.thread().run().pendingWakeups()).isZero();
        story.untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.tasks()).extracting(task -> task.prompt()).containsExactly("One.", "Two.");
        assertThat(story.said().get(0)).contains("DEMO-1 is ready").contains("DEMO-2 is ready");
    }

    @Test
    void isReadTogetherWithOthersThatCameMeanwhile() {
        Story story = Story.of("One.");
        story.owner().send(story.id(), "Two.");
        story.owner().send(story.id(), "Three.");

        story.untilIdle();

        assertThat(story.tasks()).extracting(task -> task.prompt()).containsExactly("One.", "Two.\n\nThree.");
    }

    @Test
    void wakesAThreadThatWaits() {
        Story story = Story.of("One.").until(RunState.WAITING).untilAgentWorks();

        story.owner().send(story.id(), "Two.");
        assertThat(story.state()).isEqualTo(RunState.RUNNING);
        assertThat(story.thread().run().waitingOn()).isEmpty();
        story.untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.tasks()).hasSize(2);
    }

    @Test
    void wakesAThreadThatIsReady() {
        Story story = Story.of("One.").untilIdle();

        story.owner().send(story.id(), "Two.");
        assertThat(story.state()).isEqualTo(RunState.RUNNING);

        assertThat(story.untilIdle().state()).isEqualTo(RunState.READY);
        assertThat(story.tasks()).hasSize(2);
    }

    @Test
    void waitsInAThreadThatIsQueued() {
        Story first = Story.of(Story.onHosts(1, 4), "Wait for me.");
        first.advance(Duration.ofSeconds(1));
        Story filler = first.beside("Fill the host.");
        Story queued = first.beside("One.");
        assertThat(queued.state()).isEqualTo(RunState.QUEUED);

        queued.owner().send(queued.id(), "Two.");
        assertThat(queued.state()).isEqualTo(RunState.QUEUED);
        queued.untilIdle();

        assertThat(queued.tasks()).extracting(task -> task.prompt()).containsExactly("One.", "Two.");
        assertThat(filler.state()).isEqualTo(RunState.READY);
    }

    @Test
    void changesWhatTheAgentsThinkWithFromNowOn() {
        Story story = Story.of("One.").untilIdle();
        User owner = story.owner().user();
        Effort fast = new Effort("claude-opus-4-8", "fast", null);

        story.world()
                .write(tx -> story.world()
                        .threads()
                        .send(
                                tx,
                                owner,
                                owner,
                                story.id(),
                                new NewMessage(
                                        "Two.", null, false, List.of("https://example.test/a.png"), fast, fast)));
        story.untilIdle();

        assertThat(story.thread().captain()).isEqualTo(fast);
        assertThat(story.tasks().get(0).effort().speed()).isNull();
        assertThat(story.tasks().get(1).effort()).isEqualTo(fast);
        assertThat(story.owner().messages(story.id()))
                .filteredOn(message -> message.content().equals("Two."))
                .singleElement()
                .extracting(Message::attachmentUrls)
                .isEqualTo(List.of("https://example.test/a.png"));
    }
}
