package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.catalog.Effort;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.Origin;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffortOfAThreadTest {

    @Test
    void makesTheCaptainsTurnsShorterOrLonger() {
        assertThat(turn("fast", "low")).isBetween(Duration.ofMillis(6_400), Duration.ofMillis(9_600));
        assertThat(turn(null, "max")).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
    }

    @Test
    void ofItsBuildAgentsIsThatOfItsTasks() {
        Story story = Story.in(Story.world(Fixture.demo()), wanted(Effort.DEFAULT, new Effort("gpt-5.5", null, "high")))
                .until(RunState.WAITING);

        assertThat(story.task().effort()).isEqualTo(new Effort("gpt-5.5", null, "high"));
    }

    private static Duration turn(@Nullable String speed, String reasoning) {
        Effort effort = new Effort("claude-opus-4-8", speed, reasoning);
        Story story = Story.in(Story.world(Fixture.demo()), wanted(effort, Effort.DEFAULT))
                .until(RunState.WAITING);
        return Duration.between(story.thread().createdAt(), story.now());
    }

    private static NewThread wanted(Effort captain, Effort build) {
        return new NewThread(
                "proj_demo",
                "Add a login page.",
                Origin.API,
                captain,
                build,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }
}
