package dev.capy.server.worlds;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.server.contract.Edition;
import java.util.Map;
import java.util.Objects;

/**
 * A world and how it shows itself. Immutable and thread-safe.
 *
 * @param id its id on this server
 * @param world the world
 * @param edition which generation of the API it speaks
 * @param tokens its secret bearer tokens by the name of the API token that each stands for, in the fixture's order
 */
public record HostedWorld(String id, CapyWorld world, Edition edition, Map<String, String> tokens) {

    public HostedWorld {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(world, "world");
        Objects.requireNonNull(edition, "edition");
    }

    /** Whom the API token of this name stands for. */
    User user(String tokenName) {
        return world.read(view -> world.accounts().owner(view, tokenName));
    }
}
