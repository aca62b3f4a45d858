package dev.capy.core.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrowserSnapshotsTest {

    private static final String PROJECT = "proj_demo";
    private static final NewBrowserSnapshot LOGIN = NewBrowserSnapshot.of("login", BrowserStates.SIGNED_IN);

    private final CapyWorld world = CapyWorld.builder().build();
    private final Member owner = world.as("capy_demo");
    private final Member member = world.as("capy_demo_member");

    @Test
    void keepTheirStateAsGiven() {
        BrowserSnapshot snapshot = owner.createBrowserSnapshot(PROJECT, LOGIN);

        assertThat(owner.browserSnapshot(PROJECT, snapshot.id()).storageState()).isEqualTo(BrowserStates.SIGNED_IN);
    }

    @Test
    void areListedNewestFirst() {
        BrowserSnapshot first = owner.createBrowserSnapshot(PROJECT, LOGIN);
        BrowserSnapshot second = member.createBrowserSnapshot(PROJECT, LOGIN);

        assertThat(owner.browserSnapshots(PROJECT)).containsExactly(second, first);
        assertThat(owner.browserSnapshots("proj_empty")).isEmpty();
    }

    @Test
    void showToTheirCreatorAloneWhenPrivate() {
        BrowserSnapshot hidden = member.createBrowserSnapshot(PROJECT, LOGIN.asPrivate());

        assertThat(member.browserSnapshots(PROJECT)).containsExactly(hidden);
        assertThat(owner.browserSnapshots(PROJECT)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> owner.browserSnapshot(PROJECT, hidden.id()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> owner.updateBrowserSnapshot(PROJECT, hidden.id(), one -> one.withName("mine")));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> owner.deleteBrowserSnapshot(PROJECT, hidden.id()));
    }

    @Test
    void becomePrivateByTheirCreatorAlone() {
        BrowserSnapshot snapshot = member.createBrowserSnapshot(PROJECT, LOGIN);

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> owner.updateBrowserSnapshot(PROJECT, snapshot.id(), one -> one.withPrivate(true)));
        assertThat(member.updateBrowserSnapshot(PROJECT, snapshot.id(), one -> one.withPrivate(true))
                        .isPrivate())
                .isTrue();
    }

    @Test
    void areRenamedByAnyoneWhoSeesThem() {
        BrowserSnapshot snapshot = member.createBrowserSnapshot(PROJECT, LOGIN);
        world.clock().advance(Duration.ofMinutes(1));

        BrowserSnapshot renamed = owner.updateBrowserSnapshot(
                PROJECT, snapshot.id(), one -> one.withName("sign-in").withDefault(true));

        assertThat(renamed.name()).isEqualTo("sign-in");
        assertThat(renamed.isDefault()).isTrue();
        assertThat(renamed.updatedAt()).isEqualTo(snapshot.updatedAt().plusSeconds(60));
    }

    @Test
    void areGoneOnceDeleted() {
        BrowserSnapshot snapshot = owner.createBrowserSnapshot(PROJECT, LOGIN);

        owner.deleteBrowserSnapshot(PROJECT, snapshot.id());

        assertThat(owner.browserSnapshots(PROJECT)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> owner.browserSnapshot(PROJECT, snapshot.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> owner.deleteBrowserSnapshot(PROJECT, snapshot.id()));
    }

    @Test
    void areFoundInTheirProjectAlone() {
        BrowserSnapshot snapshot = owner.createBrowserSnapshot(PROJECT, LOGIN);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> owner.browserSnapshot("proj_empty", snapshot.id()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> world.as("capy_demo_outsider").browserSnapshot(PROJECT, snapshot.id()));
    }

    @Test
    void showNoValues() {
        assertThat(owner.createBrowserSnapshot(PROJECT, LOGIN).toString())
                .contains("acme.test")
                .doesNotContain("secret");
    }
}
