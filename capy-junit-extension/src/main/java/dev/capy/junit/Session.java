package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import dev.capy.server.journal.Journal;
import dev.capy.server.journal.RecordedRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * A world while tests use it. It is served from the moment somebody asks where: beside the worlds of other tests, or by a
 * server of its own. Thread-safe.
 */
final class Session implements AutoCloseable {

    private final TestRun run;
    private final Recipe recipe;
    private final boolean alone;
    private final CapyWorld world;
    private @Nullable CapyServer own;
    private @Nullable ServedWorld served;

    /** @param alone whether it has a server of its own */
    Session(TestRun run, Recipe recipe, boolean alone) {
        this.run = run;
        this.recipe = recipe;
        this.alone = alone;
        this.world = recipe.world();
    }

    TestRun run() {
        return run;
    }

    Recipe recipe() {
        return recipe;
    }

    CapyWorld world() {
        return world;
    }

    /** How it is served. */
    synchronized ServedWorld serve() {
        if (served == null) {
            served = alone ? server().worlds().get(0) : run.open(world, recipe.options());
        }
        return served;
    }

    /** A server that has no other world. */
    synchronized CapyServer server() {
        if (own == null) {
            requireUnserved();
            own = CapyServer.builder(world)
                    .edition(recipe.options().edition())
                    .strict(recipe.options().strict())
                    .start();
            served = own.worlds().get(0);
        }
        return own;
    }

    private void requireUnserved() {
        if (served != null) {
            throw new IllegalStateException("The world of this test is served beside those of other tests already:"
                    + " ask for the ServedWorld, or say ownServer to have a CapyServer in any case");
        }
    }

    /** How it is served if it is. */
    synchronized Optional<ServedWorld> served() {
        return Optional.ofNullable(served);
    }

    /** The server that has no other world, if there is one. */
    synchronized Optional<CapyServer> ownServer() {
        return Optional.ofNullable(own);
    }

    URI baseUri() {
        return serve().baseUri();
    }

    /** @param name the name of a token in the fixture; the first one when empty */
    String token(String name) {
        try {
            return name.isEmpty() ? serve().token() : serve().token(name);
        } catch (NotFound e) {
            throw new ParameterResolutionException(e.getMessage(), e);
        }
    }

    /** What was asked of it; where it has a server of its own, what reached no world too. */
    List<RecordedRequest> requests() {
        return ownServer()
                .map(CapyServer::requests)
                .or(() -> served().map(ServedWorld::requests))
                .map(Journal::all)
                .orElse(List.of());
    }

    /** What is left behind, one line each. */
    List<String> leaks() {
        return recipe.leakCheck() && run.settings().leakCheck() ? Leaks.of(this) : List.of();
    }

    @Override
    public synchronized void close() {
        if (own != null) {
            own.close();
        } else if (served != null) {
            served.close();
        }
    }
}
