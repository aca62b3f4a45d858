package dev.capy.tests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of the API. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    /** The status that a GET is answered with. */
    public static int get(String uri, String token) throws IOException, InterruptedException {
        return send(uri, token).statusCode();
    }

    /** The body that a GET is answered with. */
    public static String read(String uri, String token) throws IOException, InterruptedException {
        return send(uri, token).body();
    }

    private static HttpResponse<String> send(String uri, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
