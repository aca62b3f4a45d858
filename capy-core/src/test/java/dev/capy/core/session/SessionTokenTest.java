package dev.capy.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.kernel.error.Gone;
import dev.capy.core.kernel.error.NotReady;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.Run;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTokenTest {

    private final CapyWorld world = CapyWorld.builder().seed(7).build();
    private CaptainThread thread = world.as("capy_demo").startThread("proj_demo", "Add a login page.");

    @BeforeEach
    void boot() {
        assertThatThrownBy(this::token)
                .isInstanceOf(NotReady.class)
                .extracting(refusal -> ((NotReady) refusal).code())
                .isEqualTo("session_not_ready");
        world.clock().advance(Duration.ofSeconds(15));
        thread = world.as("capy_demo").thread(thread.id());
    }

    private SessionToken token() {
        return world.read(view -> world.sessions().token(view, thread.id()));
    }

    private Verification verify(String caller, String token) {
        User user = world.as(caller).user();
        return world.read(view -> world.sessions().verify(view, user, token));
    }

    @Test
    void isMintedWhenTheCaptainsMachineIsUpAndLivesHalfAnHour() {
        SessionToken token = token();

        assertThat(Duration.between(token.issuedAt(), token.expiresAt())).isEqualTo(Duration.ofMinutes(30));
        assertThat(token.text().getBytes(StandardCharsets.US_ASCII)).hasSizeBetween(700, 1000);
    }

    @Test
    void liesInTheMachineForItsOwnerAlone() {
        Run.Machine machine = Objects.requireNonNull(thread.run().machine());

        assertThat(world.read(view -> world.hypervisor().disk(view, machine.vmId()))
                        .file(Sessions.TOKEN_FILE))
                .hasValueSatisfying(file -> {
                    assertThat(file.content().text()).isEqualTo(token().text());
                    assertThat(file.mode()).isEqualTo(0600);
                });
    }

    @Test
    void isReplacedEveryQuarterOfAnHour() {
        SessionToken first = token();

        world.clock().advance(Duration.ofMinutes(15));

        assertThat(token().issuedAt()).isEqualTo(first.issuedAt().plus(Duration.ofMinutes(15)));
        assertThat(verify("capy_demo", first.text())).isInstanceOf(Verification.Valid.class);
    }

    @Test
    void namesItsSession() {
        assertThat(verify("capy_demo_member", token().text()))
                .isInstanceOfSatisfying(Verification.Valid.class, valid -> {
                    assertThat(valid.session().threadId()).isEqualTo(thread.id());
                    assertThat(valid.session().organizationId()).isEqualTo("org_demo");
                    assertThat(valid.session().userId()).isEqualTo("user_owner");
                });
    }

    @Test
    void expiresAndIsToldApartThenAlone() {
        String old = token().text();

        world.clock().advance(Duration.ofMinutes(30));

        assertThat(verify("capy_demo", old)).isEqualTo(new Verification.Expired());
    }

    @Test
    void looksTheSameWhenForeignForgedEndedOrMalformed() {
        String genuine = token().text();
        CapyWorld other = CapyWorld.builder().seed(8).build();
        CaptainThread elsewhere = other.as("capy_demo").startThread("proj_demo", "Add a login page.");
        other.clock().advance(Duration.ofSeconds(15));
        String forged =
                other.read(view -> other.sessions().token(view, elsewhere.id())).text();

        assertThat(verify("capy_demo_outsider", genuine)).isEqualTo(new Verification.Invalid());
        assertThat(verify("capy_demo", forged)).isEqualTo(new Verification.Invalid());
        assertThat(verify("capy_demo", genuine.substring(1))).isEqualTo(new Verification.Invalid());
        assertThat(verify("capy_demo", "no token")).isEqualTo(new Verification.Invalid());
        world.as("capy_demo").stop(thread.id());
        assertThat(verify("capy_demo", genuine)).isEqualTo(new Verification.Invalid());
    }

    @Test
    void isGoneOnceTheThreadIsStopped() {
        world.as("capy_demo").stop(thread.id());

        assertThatThrownBy(this::token)
                .isInstanceOf(Gone.class)
                .hasMessage("Session has already ended")
                .extracting(refusal -> ((Gone) refusal).code())
                .isEqualTo("session_ended");
    }

    @Test
    void isAnotherOneWhenTheThreadGoesOn() {
        String before = token().text();
        world.as("capy_demo").stop(thread.id());

        world.as("capy_demo").send(thread.id(), "Go on.");
        assertThatThrownBy(this::token).isInstanceOf(NotReady.class);
        world.clock().runUntilIdle();

        assertThat(token().text()).isNotEqualTo(before);
        assertThat(verify("capy_demo", before)).isEqualTo(new Verification.Invalid());
    }

    @Test
    void isTheSameInTheSameWorld() {
        CapyWorld twin = CapyWorld.builder().seed(7).build();
        CaptainThread same = twin.as("capy_demo").startThread("proj_demo", "Add a login page.");
        twin.clock().advance(Duration.ofSeconds(15));

        SessionToken theirs = twin.read(view -> twin.sessions().token(view, same.id()));
        assertThat(theirs).isEqualTo(token());
    }
}
