package dev.capy.bench.rival;

import dev.capy.core.CapyWorld;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;

/** A world of a server of this project that all tests share. */
final class CapyWorldCycle implements Runnable {

    private final CapyServer server = CapyServer.start();

    @Override
    public void run() {
        try (ServedWorld world = server.open(CapyWorld.builder().build())) {
            Question.ask(server.port(), world.token());
        }
    }
}
