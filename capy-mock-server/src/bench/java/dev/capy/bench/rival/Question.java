package dev.capy.bench.rival;

import dev.capy.bench.load.RawRequest;
import dev.capy.bench.load.ServerProcess;

/** What a test asks the server that it started. */
final class Question {

    static final String PATH = "/api/v1/projects";

    private Question() {}

    static void ask(int port, String token) {
        if (ServerProcess.ask(port, RawRequest.get(PATH, token)).isEmpty()) {
            throw new IllegalStateException("no success");
        }
    }
}
