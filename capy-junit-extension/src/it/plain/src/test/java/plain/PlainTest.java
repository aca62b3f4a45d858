package plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import dev.capy.server.CapyServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CapyTest
class PlainTest {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();

    @BeforeAll
    static void listenToWhatIsPrinted() {
        PrintStream listening = new PrintStream(PRINTED, true, StandardCharsets.UTF_8);
        System.setOut(listening);
        System.setErr(listening);
    }

    @AfterAll
    static void nothingWasPrinted() {
        System.setOut(OUT);
        System.setErr(ERR);
        assertEquals("", PRINTED.toString(StandardCharsets.UTF_8));
    }

    @Test
    void startsAThreadAndSeesItBecomeReady(CapyServer server, CapyWorld world) throws Exception {
        HttpResponse<String> created = send(
                request(server, "/v1/threads").POST(BodyPublishers.ofString(
                        "{\"projectId\":\"proj_demo\",\"prompt\":\"Add a login page.\"}")));
        assertTrue(created.statusCode() < 300, created::body);
        String id = created.body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        world.clock().runUntilIdle();

        HttpResponse<String> thread = send(request(server, "/v1/threads/" + id));

        assertEquals(200, thread.statusCode());
        assertTrue(thread.body().contains("\"runState\":\"ready\""), thread::body);
    }

    @Test
    void refusesWhatIsMalformedInWords(CapyServer server) throws Exception {
        HttpResponse<String> refusal = send(
                request(server, "/v1/threads").POST(BodyPublishers.ofString("{\"projectId\":7,\"wrong\":true}")));

        assertEquals(422, refusal.statusCode());
        assertTrue(refusal.body().contains("prompt"), refusal::body);
    }

    @Test
    void tellsItsDocuments(CapyServer server) throws Exception {
        assertEquals(200, send(request(server, "/openapi.json")).statusCode());
        assertEquals(
                200,
                send(HttpRequest.newBuilder(URI.create(server.origin() + "/_capy/openapi.json")))
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.slf4j.Logger",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "jakarta.servlet.Servlet",
                "org.eclipse.jetty.server.Server",
                "kotlin.Unit",
                "org.jspecify.annotations.Nullable",
                "org.assertj.core.api.Assertions"
            })
    void bringsNoClassOfSomebodyElse(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
    }

    @Test
    void wouldNotBeAllowedToReachFurther() {
        assumeTrue(System.getProperty("java.security.manager") != null, "this JDK cannot watch");

        assertThrows(SecurityException.class, () -> new Socket("192.0.2.1", 9).close());
    }

    private static HttpRequest.Builder request(CapyServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.baseUri() + path))
                .header("Authorization", "Bearer " + server.token())
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
