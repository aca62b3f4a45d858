package dev.capy.core.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.Entry;
import dev.capy.core.kernel.codec.CanonicalJson;
import dev.capy.core.kernel.codec.Place;
import dev.capy.core.kernel.codec.Seal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a store writes of a world is what its dump says. */
class PieceWriterTest {

    private final PieceWriter pieces = CapyWorld.codec().pieces();

    private static WorldDump busyWorld() {
        CapyWorld world = CapyWorld.builder().seed(7).build();
        world.as("capy_demo").startThread("proj_demo", "Add a login page with \"quotes\" and a smile 🙂…");
        world.clock().advance(Duration.ofMinutes(3));
        world.as("capy_demo").startThread("proj_demo", "Another one.");
        return world.dump(Seal.KEPT);
    }

    @Test
    void writesRecordsAndEntriesInTheSameBytes() {
        WorldDump dump = busyWorld();
        DumpCodec.Contents contents = CapyWorld.codec().read(dump, Seal.KEPT, () -> "");
        List<String> written = new ArrayList<>();
        contents.image().rows().values().forEach(rows -> rows.values().forEach(row -> written.add(pieces.record(row))));
        for (Entry entry : contents.image().timeline()) {
            written.add(pieces.entry(entry));
        }

        assertThat(written).hasSizeGreaterThan(50).containsExactlyElementsOf(said(dump));
        assertThat(pieces.settings(contents.settings()))
                .isEqualTo(CanonicalJson.text(dump.document().get("settings")));
    }

    private static List<String> said(WorldDump dump) {
        List<String> said = new ArrayList<>();
        Map<?, ?> tables = Place.ROOT.map(dump.document().get("tables"));
        for (Object table : tables.values()) {
            for (Object row : Place.ROOT.list(Place.ROOT.map(table).get("rows"))) {
                said.add(CanonicalJson.text(Place.ROOT.map(row).get("record")));
            }
        }
        Place.ROOT.list(dump.document().get("timeline")).forEach(entry -> said.add(CanonicalJson.text(entry)));
        return said;
    }
}
