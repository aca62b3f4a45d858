package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.account.UserType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ParticipantTest {

    private final CapyWorld world = CapyWorld.builder().build();
    private final Instant start = world.clock().now();
    private final User member = world.as("capy_demo_member").user();
    private final User service = world.as("capy_demo_admin_service").user();

    @Test
    void isWhoStartedTheThread() {
        CaptainThread thread = world.as("capy_demo_service").startThread("proj_demo", "One.");

        assertThat(thread.authorId()).isEqualTo("user_service");
        assertThat(thread.participants())
                .containsExactly(new Participant("user_service", UserType.SERVICE_USER, start, start));
    }

    @Test
    void isTheImpersonatedMemberAndWhoCalls() {
        CaptainThread thread = impersonated();

        assertThat(thread.authorId()).isEqualTo("user_member");
        assertThat(thread.participants())
                .containsExactly(
                        new Participant("user_member", UserType.HUMAN, start, start),
                        new Participant("user_admin_service", UserType.SERVICE_USER, start, start));
        assertThat(world.as("capy_demo").messages(thread.id()).get(0).authorId())
                .isEqualTo("user_member");
    }

    @Test
    void isSeenAgainWithEachMessage() {
        CaptainThread thread = impersonated();
        world.clock().advance(Duration.ofSeconds(3));
        Instant later = world.clock().now();

        world.as("capy_demo").send(thread.id(), "Two.");
        world.as("capy_demo_member").send(thread.id(), "Three.");

        assertThat(world.as("capy_demo").thread(thread.id()).participants())
                .containsExactly(
                        new Participant("user_member", UserType.HUMAN, start, later),
                        new Participant("user_admin_service", UserType.SERVICE_USER, start, start),
                        new Participant("user_owner", UserType.HUMAN, later, later));
    }

    @Test
    void isTheImpersonatedMemberOfAMessageToo() {
        CaptainThread thread = world.as("capy_demo").startThread("proj_demo", "One.");

        Message message = world.write(tx -> world.threads()
                .send(tx, service, member, thread.id(), NewMessage.of("Two.", thread))
                .message());

        assertThat(message.authorId()).isEqualTo("user_member");
        assertThat(world.as("capy_demo").thread(thread.id()).participants())
                .extracting(Participant::userId)
                .containsExactly("user_owner", "user_member", "user_admin_service");
    }

    private CaptainThread impersonated() {
        return world.write(tx -> world.threads().start(tx, service, member, NewThread.of("proj_demo", "One.")));
    }
}
