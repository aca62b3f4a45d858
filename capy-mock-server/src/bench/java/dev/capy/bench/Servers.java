package dev.capy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How each of the servers is started. */
final class Servers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final Path capyJar;
    private final Path wireMockJar;
    private final Path mockServerJar;

    Servers(Settings settings) {
        this.settings = settings;
        this.capyJar = settings.jar("capy-mock-server.jar");
        this.wireMockJar = settings.jar("bench/wiremock.jar");
        this.mockServerJar = settings.jar("bench/mockserver.jar");
    }

    /** This project as it is shipped: with its launcher where there is one. */
    Server capy() {
        Path launcher = settings.jar("capy/bin/capy");
        List<String> start = Files.isExecutable(launcher)
                ? List.of(launcher.toString())
                : List.of(Settings.java(), "-jar", capyJar.toString());
        return new Server(
                "capy", port -> with(start, "--clock", settings.clock(), "--port", "" + port), inJvm("CAPY", capyJar));
    }

    /**
     * All of them, this project first; the others are told what to answer. WireMock's journal has no bound, because with
     * one it counts its entries at each request; so it runs without a journal too.
     */
    List<Server> all(Conversation conversation) throws IOException {
        return List.of(
                capy(),
                wireMock("WireMock", conversation, List.of()),
                wireMock("no journal", conversation, List.of("--no-request-journal")),
                mockServer(conversation),
                floor(conversation));
    }

    private Server wireMock(String name, Conversation conversation, List<String> options) throws IOException {
        Path root = settings.workplace().resolve("wiremock");
        ObjectNode mappings = JSON.createObjectNode();
        ArrayNode all = mappings.putArray("mappings");
        canned(conversation, (method, path, body) -> {
            ObjectNode mapping = all.addObject();
            mapping.putObject("request").put("method", method).put("urlPath", path);
            ObjectNode response = mapping.putObject("response");
            response.put("status", 200).put("body", body);
            response.putObject("headers").put("Content-Type", "application/json");
        });
        write(root.resolve("mappings/canned.json"), mappings.toString());
        List<String> start = new ArrayList<>(
                List.of(Settings.java(), "-jar", wireMockJar.toString(), "--root-dir", root.toString()));
        start.addAll(options);
        return new Server(
                name,
                port -> with(start, "--bind-address", "127.0.0.1", "--port", "" + port),
                inJvm("WIREMOCK", wireMockJar));
    }

    private Server mockServer(Conversation conversation) throws IOException {
        ArrayNode all = JSON.createArrayNode();
        canned(conversation, (method, path, body) -> {
            ObjectNode expectation = all.addObject();
            expectation.putObject("httpRequest").put("method", method).put("path", path);
            ObjectNode response = expectation.putObject("httpResponse");
            response.put("statusCode", 200).put("body", body);
            response.putObject("headers").putArray("Content-Type").add("application/json");
        });
        Path file = settings.workplace().resolve("mockserver.json");
        write(file, all.toString());
        List<String> start = List.of(
                Settings.java(),
                "-Dmockserver.initializationJsonPath=" + file,
                "-Dmockserver.localBoundIP=127.0.0.1",
                "-jar",
                mockServerJar.toString());
        return new Server(
                "MockServer",
                port -> with(start, "-logLevel", "ERROR", "-serverPort", "" + port),
                inJvm("MOCKSERVER", mockServerJar));
    }

    private Server floor(Conversation conversation) throws IOException {
        Path template = settings.workplace().resolve("floor.json");
        write(template, conversation.created());
        Server.InJvm inJvm = inJvm("FLOOR", capyJar);
        List<String> start =
                List.of(Settings.java(), "-cp", inJvm.classPath(), Floor.class.getName(), template.toString());
        return new Server("bare floor", port -> with(start, "" + port), inJvm);
    }

    private Server.InJvm inJvm(String name, Path jar) {
        return new Server.InJvm(name, settings.classes() + File.pathSeparator + jar);
    }

    @FunctionalInterface
    private interface Canned {
        void answer(String method, String path, String body);
    }

    private static void canned(Conversation conversation, Canned canned) {
        canned.answer("GET", Conversation.PROJECTS, conversation.projects());
        canned.answer("GET", Conversation.THREADS + "/" + conversation.id(), conversation.thread());
        canned.answer("POST", Conversation.THREADS, conversation.created());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> with(List<String> start, String... more) {
        return Stream.concat(start.stream(), Stream.of(more))
                .toList();
    }
}
