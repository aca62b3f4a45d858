package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.catalog.Effort;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.Origin;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SlackTest {

    @Test
    void linksAThreadToOneInTheChannel() {
        SlackLink link = open("C0123456789");

        assertThat(link.channelId()).isEqualTo("C0123456789");
        assertThat(link.teamId()).matches("T[A-Z0-9]+");
        assertThat(link.threadTs()).matches("1767225600\\.[0-9]{6}");
        assertThat(link.url())
                .isEqualTo("https://capy-demo.slack.com/archives/C0123456789/p"
                        + link.threadTs().replace(".", ""));
    }

    @Test
    void givesAChannelThatIsNamedTheSameIdEachTime() {
        assertThat(open("#general").channelId())
                .matches("C[0-9]{10}")
                .isEqualTo(open("#general").channelId());
        assertThat(open("#general").channelId()).isNotEqualTo(open("#random").channelId());
    }

    private static SlackLink open(String channel) {
        NewThread wanted = new NewThread(
                "proj_demo",
                "Add a login page.",
                Origin.API,
                Effort.DEFAULT,
                Effort.DEFAULT,
                List.of(),
                List.of(),
                channel,
                List.of(),
                List.of(),
                null);
        return Objects.requireNonNull(
                Story.in(Story.world(Fixture.demo()), wanted).thread().slack());
    }
}
