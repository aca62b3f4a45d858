package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.server.CapyServer;
import java.net.URI;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A world and its server while tests use them. Thread-safe. */
final class Session implements AutoCloseable {

    private final Recipe recipe;
    private final CapyWorld world;
    private final CapyServer server;

    Session(Recipe recipe) {
        this.recipe = recipe;
        this.world = recipe.world();
        this.server = CapyServer.builder(world)
                .edition(recipe.edition())
                .strict(recipe.strict())
                .start();
    }

    Recipe recipe() {
        return recipe;
    }

    CapyWorld world() {
        return world;
    }

    CapyServer server() {
        return server;
    }

    URI baseUri() {
        return server.baseUri();
    }

    /** @param name the name of a token in the fixture; the first one when empty */
    String token(String name) {
        return name.isEmpty() ? server.token() : named(name);
    }

    private String named(String name) {
        boolean known = world.read(view -> {
            for (var token : world.accounts().tokens(view)) {
                if (token.name().equals(name)) {
                    return true;
                }
            }
            return false;
        });
        if (!known) {
            throw new ParameterResolutionException("The world has no token called '" + name + "'");
        }
        return name;
    }

    @Override
    public void close() {
        server.close();
    }
}
