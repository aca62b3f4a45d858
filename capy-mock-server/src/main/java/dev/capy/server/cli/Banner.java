package dev.capy.server.cli;

import dev.capy.core.project.Project;
import dev.capy.server.CapyServer;
import java.io.PrintWriter;

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
        if (!server.token().isEmpty()) {
            out.println("  Token  " + server.token());
            out.println();
            printExamples(out);
        }
    }

    private void printExamples(PrintWriter out) {
        String auth = "-H 'Authorization: Bearer " + server.token() + "'";
        String json = "-H 'Content-Type: application/json'";
        String threads = server.baseUri() + "/v1/threads";
        String project = firstProject();
        String body = "{\"projectId\":\"" + project + "\",\"prompt\":\"Add a login page.\"}";
        out.println("Try it:");
        out.println("  curl " + auth + " " + server.baseUri() + "/v1/projects");
        out.println("  curl " + auth + " " + json + " -d '" + body + "' " + threads);
        out.println("  curl " + auth + " '" + threads + "?projectId=" + project + "'");
    }

    private String firstProject() {
        return server.world().as(server.token()).projects().stream()
                .reduce((newer, older) -> older)
                .map(Project::id)
                .orElse("PROJECT_ID");
    }
}
