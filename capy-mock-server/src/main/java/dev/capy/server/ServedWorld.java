package dev.capy.server;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.fault.Faults;
import dev.capy.server.journal.Journal;
import dev.capy.server.lint.Lint;
import dev.capy.server.verify.Count;
import dev.capy.server.verify.RequestPattern;
import dev.capy.server.verify.Verification;
import dev.capy.server.worlds.HostedWorld;
import java.net.URI;
import java.util.Map;

/**
 * A world while a server serves it, among others: whoever sends one of its tokens is in this world, and in no other.
 * Closing it takes the world away from the server; the world itself stays as it is. Thread-safe.
 */
public final class ServedWorld implements AutoCloseable {

    private final CapyServer server;
    private final HostedWorld hosted;

    ServedWorld(CapyServer server, HostedWorld hosted) {
        this.server = server;
        this.hosted = hosted;
    }

    /** What the control plane calls it: {@code ?world=ID}. */
    public String id() {
        return hosted.id();
    }

    public CapyWorld world() {
        return hosted.world();
    }

    /** The generation of the API that it speaks. */
    public String edition() {
        return hosted.options().edition();
    }

    /** Where the Capy API is, without a slash at the end; the same for all worlds of a server. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** Where the Capx API is, without a slash at the end; the same for all worlds of a server. */
    public URI capxUri() {
        return server.capxUri();
    }

    /** Its first API token, in a demo world the owner's; empty when it has none. */
    public String token() {
        return hosted.tokens().entrySet().stream()
                .filter(token -> !HostedWorld.isCapxKey(token.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /**
     * The bearer token that stands for one of its API tokens.
     *
     * @param name what the fixture calls it, for example {@code capy_demo_member}
     * @throws NotFound when the fixture has no such token
     */
    public String token(String name) {
        String token = hosted.tokens().get(name);
        if (token == null) {
            throw new NotFound("The world has no token '" + name + "', only "
                    + hosted.tokens().keySet());
        }
        return token;
    }

    /** Its bearer tokens by what the fixture calls them, in the fixture's order. */
    public Map<String, String> tokens() {
        return hosted.tokens();
    }

    /** What was asked of it. */
    public Journal requests() {
        return server.requests(hosted);
    }

    /**
     * Prepares to verify what was asked of it; follow it with {@code now()} or {@code within(…)}.
     *
     * @throws IllegalArgumentException when the pattern names an operation that its edition does not have
     */
    public Verification verify(RequestPattern pattern, Count count) {
        return new Verification(requests(), hosted.operations(), pattern, count);
    }

    /** What goes wrong on the way of requests to it. */
    public Faults faults() {
        return server.faults(hosted);
    }

    /** What its clients had better not do. */
    public Lint lint() {
        return new Lint(requests(), hosted::operation);
    }

    /** Whether the server still serves it. */
    public boolean isOpen() {
        return server.serves(hosted);
    }

    /** Nothing happens when it is closed already. */
    @Override
    public void close() {
        server.close(hosted);
    }

    @Override
    public String toString() {
        return "world " + id() + " of " + server.origin();
    }
}
