package dev.capy.bench.load;

import java.nio.charset.StandardCharsets;

/** The bytes of requests as they are sent. */
public final class RawRequest {

    private RawRequest() {}

    /** A request that asks for something. */
    public static byte[] get(String path, String token) {
        return bytes("GET " + path + " HTTP/1.1\r\n" + head(token) + "\r\n");
    }

    /** A request with a JSON body. */
    public static byte[] post(String path, String token, String body) {
        return bytes("POST " + path + " HTTP/1.1\r\n" + head(token) + "Content-Type: application/json\r\n"
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    /** A request that takes something of the server's own away. */
    public static byte[] delete(String path) {
        return bytes("DELETE " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    private static String head(String token) {
        return "Host: 127.0.0.1\r\nUser-Agent: capy-bench\r\nAccept: application/json\r\nAuthorization: Bearer " + token
                + "\r\n";
    }

    private static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }
}
