package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {

    @ParameterizedTest
    @CsvSource({
        "Add a login page., Add a login page",
        "Add a login page. With a logo., Add a login page",
        "Does it work? I doubt it., Does it work?",
        "'  Trim me  ', Trim me",
        "'First line\nsecond', First line",
        "'\n\nLate start', Late start",
        "Use v1.2.3 of it, Use v1.2.3 of it",
        "' ', Untitled",
    })
    void isTheFirstSentence(String prompt, String title) {
        assertThat(Title.of(prompt)).isEqualTo(title);
    }

    @Test
    void hasAtMostEightyCharacters() {
        assertThat(Title.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Title.of("x".repeat(81))).isEqualTo("x".repeat(79) + "…");
    }

    @Test
    void cutsNoCharacterInTwo() {
        String title = Title.of("😀".repeat(100));

        assertThat(title).isEqualTo("😀".repeat(79) + "…");
        assertThat(title.codePointCount(0, title.length())).isEqualTo(80);
    }

    @Test
    void comesAfterExactlyTwoSeconds() {
        Story story = Story.of("Add a login page.");

        story.advance(Duration.ofSeconds(2).minusNanos(1));
        assertThat(story.thread().title()).isNull();

        story.advance(Duration.ofNanos(1));
        assertThat(story.thread().title()).isEqualTo("Add a login page");
        assertThat(story.thread().updatedAt()).isEqualTo(story.now());
    }

    @Test
    void comesToAStoppedThreadToo() {
        Story story = Story.of("Add a login page.");
        story.owner().stop(story.id());

        assertThat(story.untilIdle().thread().title()).isEqualTo("Add a login page");
    }
}
