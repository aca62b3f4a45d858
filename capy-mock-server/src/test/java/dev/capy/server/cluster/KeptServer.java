package dev.capy.server.cluster;

import dev.capy.server.store.Database;
import dev.capy.server.store.Engine;
import dev.capy.server.testing.TestServer;
import java.util.function.Function;

/**
 * A server that is started again and again on the same data.
 *
 * @param place where they are
 */
record KeptServer(Engine.Place place) {

    /** What {@code use} makes of a server that ends then. */
    <T> T during(Function<TestServer, T> use) {
        try (Database database = place.open();
                TestServer server = TestServer.keeping(database, how -> how)) {
            return use.apply(server);
        }
    }
}
