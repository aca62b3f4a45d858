package dev.capy.bench;

import dev.capy.bench.load.RawRequest;
import dev.capy.bench.load.ServerProcess;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of every server, and what this project answers, for those that only repeat it.
 *
 * @param projects the list of projects
 * @param created the thread as it was created
 * @param thread the thread as it was read
 * @param id of the thread
 */
record Conversation(String projects, String created, String thread, String id) {

    static final String PROJECTS = "/api/v1/projects";
    static final String THREADS = "/api/v1/threads";
    static final byte[] PROBE = RawRequest.get(PROJECTS, token());

    private static final String WISH =
            """
            {"projectId":"proj_demo","prompt":"Please add a login page with a form, a link for those who forgot \
            their password, and tests.","tags":[],"speed":"fast"}""";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static String token() {
        return "capy_demo";
    }

    /** Asks this project. */
    static Conversation with(ServerProcess server) {
        String created = body(server, post());
        String id = idOf(created);
        return new Conversation(body(server, PROBE), created, body(server, get(id)), id);
    }

    private static String body(ServerProcess server, byte[] request) {
        String answer = ServerProcess.ask(server.port(), request);
        if (answer.isEmpty()) {
            throw new IllegalStateException("no success: " + new String(request, StandardCharsets.UTF_8));
        }
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static String idOf(String thread) {
        Matcher matcher = ID.matcher(thread);
        if (!matcher.find()) {
            throw new IllegalStateException("not a thread: " + thread);
        }
        return matcher.group(1);
    }

    private static byte[] get(String id) {
        return RawRequest.get(THREADS + "/" + id, token());
    }

    private static byte[] post() {
        return RawRequest.post(THREADS, token(), WISH);
    }

    /** Requests that create a thread in the world that a token opens, one for each connection. */
    static List<byte[]> posts(String token, int connections) {
        return Collections.nCopies(connections, RawRequest.post(THREADS, token, WISH));
    }

    /** Requests that read a thread of the server's own, one for each connection. */
    static List<byte[]> gets(ServerProcess server, int connections) {
        return Collections.nCopies(connections, get(idOf(body(server, post()))));
    }

    /** Requests that create a thread, one for each connection. */
    static List<byte[]> posts(int connections) {
        return Collections.nCopies(connections, post());
    }

    /** The same for wrk. */
    static String getScript(ServerProcess server) {
        return script("GET", THREADS + "/" + idOf(body(server, post())), "");
    }

    /** The same for wrk. */
    static String postScript() {
        return script("POST", THREADS, WISH);
    }

    private static String script(String method, String path, String body) {
        return """
                wrk.method = "%s"
                wrk.path = "%s"
                wrk.body = '%s'
                wrk.headers["Authorization"] = "Bearer %s"
                wrk.headers["Content-Type"] = "application/json"
                """
                .formatted(method, path, body, token());
    }
}
