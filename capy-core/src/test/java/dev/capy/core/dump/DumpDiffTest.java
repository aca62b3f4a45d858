package dev.capy.core.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.DumpDiff.Kind;
import dev.capy.core.dump.DumpDiff.RecordDiff;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DumpDiffTest {

    private final CapyWorld world = CapyWorld.builder().seed(6).build();

    @Test
    void equalWorldsDoNotDiffer() {
        WorldDump dump = world.dump();

        assertThat(dump.diff(WorldDump.parse(dump.json())).isEmpty()).isTrue();
    }

    @Test
    void tellsWhichRecordsWereAdded() {
        WorldDump before = world.dump();
        CaptainThread thread = world.as("capy_demo").startThread("proj_demo", "Add a login page.");

        DumpDiff diff = before.diff(world.dump());

        assertThat(diff.records())
                .filteredOn(record -> record.table().equals("threads"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.id()).isEqualTo(thread.id());
                    assertThat(record.kind()).isEqualTo(Kind.ADDED);
                });
        assertThat(diff.records()).extracting(RecordDiff::table).contains("messages", "timeline");
    }

    @Test
    void tellsWhatWasChangedAndWhatIsGone() {
        CaptainThread thread = world.as("capy_demo").startThread("proj_demo", "Add a login page.");
        WorldDump before = world.dump();
        world.clock().advance(Duration.ofSeconds(30));

        DumpDiff diff = before.diff(world.dump());

        assertThat(diff.world()).contains(new Difference("/now", "2026-01-01T00:00:00Z", "2026-01-01T00:00:30Z"));
        assertThat(diff.records())
                .filteredOn(record ->
                        record.id().equals(thread.id()) && record.table().equals("threads"))
                .singleElement()
                .satisfies(record -> assertThat(record.kind()).isEqualTo(Kind.CHANGED));
        assertThat(diff.records())
                .filteredOn(record -> record.kind() == Kind.REMOVED)
                .extracting(RecordDiff::table)
                .contains("timeline");
    }

    @Test
    void looksIntoFiles() {
        String vm = world.write(tx -> world.hypervisor()
                .create(tx, "test", VmSize.SMALL, FileTree.EMPTY.with("/home/a/b.txt", FileNode.of("old\n")))
                .id());
        WorldDump before = world.dump();
        world.write(tx -> {
            world.hypervisor().write(tx, vm, "/home/a/b.txt", FileNode.of("new\n"));
            return true;
        });

        DumpDiff diff = before.diff(world.dump());

        assertThat(diff.records())
                .singleElement()
                .satisfies(record -> assertThat(record.differences())
                        .singleElement()
                        .satisfies(difference -> assertThat(difference.pointer())
                                .isEqualTo("/files/root/entries/home/entries/a/entries/b.txt/content")));
    }
}
