package dev.capy.server.store;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.DumpCodec;
import dev.capy.core.fixture.Fixture;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A world that a database keeps.
 *
 * @param id its id
 * @param store where its next commits go
 * @param contents all of it
 * @param options how it is served, as whoever serves it wrote that down; null when it was never served
 * @param tokens its secret bearer tokens by their names, in their order
 */
public record KeptWorld(
        String id,
        JdbiStore store,
        DumpCodec.Contents contents,
        @Nullable String options,
        Map<String, String> tokens) {

    /** What goes on where it stands. */
    public CapyWorld.Builder builder() {
        return CapyWorld.builder()
                .seed(contents.image().seed())
                .clock(contents.clock())
                .fixture(settled(Fixture.demo()))
                .store(store);
    }

    /** A fixture with what it was built with in place of what is usual. */
    public Fixture settled(Fixture fixture) {
        return fixture.settings(usual -> contents.settings());
    }
}
