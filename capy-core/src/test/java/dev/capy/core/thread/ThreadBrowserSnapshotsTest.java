package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.browser.BrowserSnapshot;
import dev.capy.core.browser.BrowserStates;
import dev.capy.core.browser.NewBrowserSnapshot;
import dev.capy.core.catalog.Effort;
import dev.capy.core.files.FileNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.script.Origin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the browser of a thread's Captain starts with. */
class ThreadBrowserSnapshotsTest {

    private static final String PROJECT = "proj_demo";
    private static final NewBrowserSnapshot LOGIN = NewBrowserSnapshot.of("login", BrowserStates.SIGNED_IN);

    private final CapyWorld world = CapyWorld.builder().build();
    private final Member owner = world.as("capy_demo");
    private final Member member = world.as("capy_demo_member");

    @Test
    void areOnTheCaptainsDiskBeforeItsFirstTurn() {
        BrowserSnapshot snapshot = owner.createBrowserSnapshot(PROJECT, LOGIN);

        CaptainThread thread = owner.startThread(using(snapshot.id()));

        FileNode file = file(thread, snapshot).orElseThrow();
        assertThat(Integer.toOctalString(file.mode())).isEqualTo("600");
        assertThat(file.content().text())
                .isEqualTo("{\"cookies\":[{\"name\":\"session\",\"value\":\"cookie-secret\",\"domain\":\".acme.test\","
                        + "\"path\":\"/\",\"expires\":-1,\"httpOnly\":true,\"secure\":true,\"sameSite\":\"Lax\"}],"
                        + "\"origins\":[{\"origin\":\"https://acme.test\",\"localStorage\":"
                        + "[{\"name\":\"theme \\\"x\\\"\\u000a\",\"value\":\"stored-secret\"}]}]}\n");
    }

    @Test
    void areThoseNamedEachOnce() {
        BrowserSnapshot named = owner.createBrowserSnapshot(PROJECT, LOGIN);
        owner.createBrowserSnapshot(PROJECT, LOGIN.asDefault());

        assertThat(owner.startThread(using(named.id(), named.id()))
                        .attachments()
                        .browserSnapshotIds())
                .containsExactly(named.id());
    }

    @Test
    void areTheDefaultsWhenNoneIsNamed() {
        BrowserSnapshot everyones = member.createBrowserSnapshot(PROJECT, LOGIN.asDefault());
        BrowserSnapshot own =
                owner.createBrowserSnapshot(PROJECT, LOGIN.asDefault().asPrivate());
        BrowserSnapshot others =
                member.createBrowserSnapshot(PROJECT, LOGIN.asDefault().asPrivate());
        owner.createBrowserSnapshot(PROJECT, LOGIN);

        CaptainThread thread = owner.startThread(using());

        assertThat(thread.attachments().browserSnapshotIds()).containsExactly(everyones.id(), own.id());
        assertThat(file(thread, own)).isPresent();
        assertThat(file(thread, others)).isEmpty();
    }

    @Test
    void mustBeVisible() {
        String own = owner.createBrowserSnapshot(PROJECT, LOGIN.asPrivate()).id();
        String hidden = member.createBrowserSnapshot(PROJECT, LOGIN.asPrivate()).id();
        String elsewhere = owner.createBrowserSnapshot("proj_empty", LOGIN).id();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> owner.startThread(using(own, hidden, "nope", elsewhere)))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::path)
                        .containsExactly(
                                "$.browserSnapshotIds[1]", "$.browserSnapshotIds[2]", "$.browserSnapshotIds[3]"));
    }

    @Test
    void areReplacedWithAMessage() {
        BrowserSnapshot snapshot = owner.createBrowserSnapshot(PROJECT, LOGIN);
        CaptainThread thread = owner.startThread(using());

        CaptainThread changed =
                world.write(tx -> world.threads().browseWith(tx, owner.user(), thread.id(), List.of(snapshot.id())));

        assertThat(changed.attachments().browserSnapshotIds()).containsExactly(snapshot.id());
        assertThat(file(thread, snapshot)).isPresent();
    }

    @Test
    void thatWereDeletedAreNotOnALaterMachine() {
        BrowserSnapshot snapshot = owner.createBrowserSnapshot(PROJECT, LOGIN);
        CaptainThread thread = owner.startThread(using(snapshot.id()));
        owner.stop(thread.id());
        owner.deleteBrowserSnapshot(PROJECT, snapshot.id());

        owner.send(thread.id(), "Go on.");

        assertThat(file(owner.thread(thread.id()), snapshot)).isEmpty();
    }

    private static NewThread using(String... snapshotIds) {
        return new NewThread(
                PROJECT,
                "Add a login page.",
                Origin.API,
                Effort.DEFAULT,
                Effort.DEFAULT,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(snapshotIds),
                null);
    }

    private Optional<FileNode> file(CaptainThread thread, BrowserSnapshot snapshot) {
        String vmId = Objects.requireNonNull(thread.run().machine()).vmId();
        return world.read(view ->
                world.hypervisor().disk(view, vmId).file("/etc/capy/browser-snapshots/" + snapshot.id() + ".json"));
    }
}
