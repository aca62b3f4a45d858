package dev.capy.server.http;

/**
 * An answer that is no JSON.
 *
 * @param contentType what its header {@code Content-Type} says
 * @param content what it says
 */
public record Text(String contentType, String content) {}
