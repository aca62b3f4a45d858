package dev.capy.bench.rival;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.capy.bench.Floor;

/** The least of all servers. */
final class FloorCycle implements Runnable {

    @Override
    public void run() {
        try (Floor floor = new Floor(JsonNodeFactory.instance.objectNode(), 0)) {
            Question.ask(floor.port(), "token");
        }
    }
}
