package dev.capy.server;

import dev.capy.server.http.Handlers;
import dev.capy.server.http.OperationHandler;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;
import java.util.Map;

/** Opens no world whose edition has operations that nobody answers. */
record AnsweredWorlds(Map<String, OperationHandler> operations) implements WorldFollower {

    @Override
    public void opens(HostedWorld hosted) {
        Handlers.requireAnswered(hosted.edition(), operations);
    }
}
