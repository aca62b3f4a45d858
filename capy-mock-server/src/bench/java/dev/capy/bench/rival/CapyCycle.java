package dev.capy.bench.rival;

import dev.capy.core.CapyWorld;
import dev.capy.server.CapyServer;

/** A server of this project with a world. */
final class CapyCycle implements Runnable {

    @Override
    public void run() {
        try (CapyServer server = CapyServer.start(CapyWorld.builder().build())) {
            Question.ask(server.port(), server.token());
        }
    }
}
