package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import dev.capy.server.worlds.WorldOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * What all tests of a run share: the settings, and one listener for their worlds, which is there from the first world that
 * is served until the run ends. Thread-safe.
 *
 * <p>It is two kinds of closeable because Jupiter 5 closes the one and Jupiter 6 the other.
 */
final class TestRun implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(TestRun.class);

    private final Settings settings;
    private final Map<Class<?>, Recipe> recipes = new ConcurrentHashMap<>();
    private final LeftThreads threads = new LeftThreads();
    private @Nullable CapyServer server;

    private TestRun(Settings settings) {
        this.settings = settings;
    }

    /** The run that a test is part of. */
    static TestRun of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("run", key -> new TestRun(Settings.of(context)), TestRun.class);
    }

    Settings settings() {
        return settings;
    }

    /** What a class declares, which is read once. */
    Recipe declared(Class<?> testClass) {
        return recipes.computeIfAbsent(testClass, Recipe::declared);
    }

    /** Serves a world beside those of other tests. */
    ServedWorld open(CapyWorld world, WorldOptions options) {
        return server().open(world, usual -> options);
    }

    private synchronized CapyServer server() {
        if (server == null) {
            server = CapyServer.start();
        }
        return server;
    }

    @Override
    public synchronized void close() {
        List<String> leaks = new ArrayList<>();
        if (server != null) {
            server.worlds()
                    .forEach(world ->
                            leaks.add(world + " is still open: whoever opens a world over HTTP must close it"));
            server.close();
            server = null;
        }
        if (settings.leakCheck()) {
            leaks.addAll(threads.now());
            Leaks.refuse("All tests have ended", leaks, "the configuration parameter capy.leak-check=false lets it be");
        }
    }
}
