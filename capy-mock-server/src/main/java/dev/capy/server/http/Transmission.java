package dev.capy.server.http;

import org.jspecify.annotations.Nullable;

/**
 * How a body is sent.
 *
 * @param bytes what is sent of it
 * @param announced the length that its header tells
 * @param then what happens to the connection after that; null when it goes on as usual
 */
public record Transmission(
        byte[] bytes, int announced, @Nullable Fate then) {

    /** The whole body and nothing else. */
    public static Transmission whole(byte[] body) {
        return new Transmission(body, body.length, null);
    }
}
