package dev.capy.server.cli;

import dev.capy.core.CapyWorld;
import dev.capy.core.project.Project;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import dev.capy.server.worlds.Worlds;
import java.io.PrintWriter;
import java.util.Optional;

/** What a person needs to try a server that has just started. */
final class Banner {

    private final CapyServer server;

    Banner(CapyServer server) {
        this.server = server;
    }

    void print(PrintWriter out) {
        out.println("Capy is listening on " + server.origin());
        out.println();
        out.println("  API    " + server.baseUri());
        defaultWorld().filter(world -> !world.token().isEmpty()).ifPresent(world -> {
            out.println("  Token  " + world.token());
            out.println();
            printExamples(world, out);
        });
    }

    /** Where servers share a database, another one may have it. */
    private Optional<ServedWorld> defaultWorld() {
        return server.worlds().stream()
                .filter(world -> world.id().equals(Worlds.DEFAULT))
                .findFirst();
    }

    private void printExamples(ServedWorld world, PrintWriter out) {
        String auth = "-H 'Authorization: Bearer " + world.token() + "'";
        String json = "-H 'Content-Type: application/json'";
        String threads = server.baseUri() + "/v1/threads";
        String project = firstProject(world);
        String body = "{\"projectId\":\"" + project + "\",\"prompt\":\"Add a login page.\"}";
        out.println("Try it:");
        out.println("  curl " + auth + " " + server.baseUri() + "/v1/projects");
        out.println("  curl " + auth + " " + json + " -d '" + body + "' " + threads);
        out.println("  curl " + auth + " '" + threads + "?projectId=" + project + "'");
    }

    private static String firstProject(ServedWorld served) {
        CapyWorld world = served.world();
        return world.as(served.token()).projects().stream()
                .reduce((newer, older) -> older)
                .map(Project::id)
                .orElse("PROJECT_ID");
    }
}
