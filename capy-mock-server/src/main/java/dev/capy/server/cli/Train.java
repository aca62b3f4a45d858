package dev.capy.server.cli;

import dev.capy.server.CapyServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows the JVM what a server usually does, so that it can keep the classes of it in an archive: starts one in memory and
 * one with a data directory, calls them over loopback, and ends.
 */
final class Train implements Command {

    private static final String THREADS = "/v1/threads";
    private static final Console SILENT =
            new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String description() {
        return "Starts, calls itself and ends, for an archive of classes.";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public boolean isHidden() {
        return true;
    }

    @Override
    public void run(Console console) throws IOException, InterruptedException {
        practise("--port", "0");
        Path data = Files.createTempDirectory("capy-train");
        try {
            practise("--port", "0", "--data", data.toString());
        } finally {
            delete(data);
        }
    }

    private void practise(String... options) throws IOException, InterruptedException {
        Serve serve = new Serve();
        PlainLine.read(List.of(options), serve.settings());
        CapyServer server = serve.start(SILENT);
        try {
            Serve.announce(server, SILENT);
            converse(server);
        } finally {
            serve.end(server);
        }
    }

    private void converse(CapyServer server) throws IOException, InterruptedException {
        String threads = server.baseUri() + "/v1/threads";
        get(server, server.controlUri() + "/health");
        get(server, server.baseUri() + "/v1/projects");
        String thread = post(server, threads, "{\"projectId\":\"proj_demo\",\"prompt\":\"Add a login page.\"}");
        post(server, threads, "{\"prompt\":7}");
        post(server, server.controlUri() + "/clock/run-until-idle", "{}");
        get(server, threads + "/" + thread.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"));
        get(server, threads + "?projectId=proj_demo");
        get(server, server.baseUri() + "/v1/projects/proj_demo/warm-pool");
        get(server, server.controlUri() + "/requests");
    }

    private void get(CapyServer server, String uri) throws IOException, InterruptedException {
        send(request(server, uri));
    }

    private String post(CapyServer server, String uri, String body) throws IOException, InterruptedException {
        return send(request(server, uri).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(CapyServer server, String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer " + server.token())
                .header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
