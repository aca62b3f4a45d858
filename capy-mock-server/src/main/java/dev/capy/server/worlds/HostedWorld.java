package dev.capy.server.worlds;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.ApiToken;
import dev.capy.core.account.User;
import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Editions;
import dev.capy.server.contract.Operation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A world and how it shows itself. Immutable and thread-safe.
 *
 * @param id its id on this server
 * @param world the world
 * @param options how it is served
 * @param tokens its secret bearer tokens by the name of the API token or the Capx key that each stands for, in the
 *     fixture's order
 */
public record HostedWorld(String id, CapyWorld world, WorldOptions options, Map<String, String> tokens) {

    public HostedWorld {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(world, "world");
        Objects.requireNonNull(options, "options");
        tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
    }

    /** Of the id alone: it is another for each world, and there may be many tokens. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** A world in which each token is its name: nobody has to be told any. */
    public static HostedWorld withPlainTokens(String id, CapyWorld world, WorldOptions options) {
        return new HostedWorld(id, world, options, tokens(world, name -> name));
    }

    /** A world whose tokens nobody can guess. */
    static HostedWorld withSecretTokens(String id, CapyWorld world, WorldOptions options) {
        return new HostedWorld(id, world, options, tokens(world, SecretToken::next));
    }

    private static Map<String, String> tokens(CapyWorld world, UnaryOperator<String> secret) {
        return world.read(view -> {
            Map<String, String> tokens = new LinkedHashMap<>();
            for (ApiToken token : world.accounts().tokens(view)) {
                tokens.put(token.name(), secret.apply(token.name()));
            }
            for (ApiKey key : world.capx().accounts().keys(view)) {
                tokens.put(key.name(), secret.apply(key.name()));
            }
            return tokens;
        });
    }

    /** Which generation of the API it speaks. */
    public Edition edition() {
        return Editions.load(options.edition());
    }

    /** Whether a token of this name is a key of Capx. */
    public static boolean isCapxKey(String tokenName) {
        return tokenName.startsWith(SecretToken.CAPX);
    }

    /** The ids of all operations that it has, of Capx too. */
    public List<String> operations() {
        return Stream.of(edition(), Editions.capx())
                .flatMap(edition -> edition.operations().stream())
                .map(Operation::id)
                .toList();
    }

    /** The operation with this id, of Capx too. */
    public Optional<Operation> operation(String id) {
        return edition().operation(id).or(() -> Editions.capx().operation(id));
    }

    /** What the Capx key of this name opens; empty when the world, as it is now, has none, or it was revoked. */
    Optional<KeyAccess> keyAccess(String keyName) {
        return world.read(view -> world.capx().accounts().find(view, keyName)).map(key -> new KeyAccess(this, key));
    }

    /** What the API token of this name opens; empty when the world, as it is now, has none. */
    Optional<Access> access(String tokenName) {
        try {
            User caller = world.read(view -> world.accounts().owner(view, tokenName));
            return Optional.of(new Access(this, caller));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }
}
