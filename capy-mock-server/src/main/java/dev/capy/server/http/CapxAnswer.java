package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What an operation of Capx answers.
 *
 * @param data what was asked for
 * @param isPage whether it is a page of a list
 * @param nextCursor where the next page begins; null when there is none
 */
public record CapxAnswer(
        JsonNode data, boolean isPage, @Nullable String nextCursor) {

    /** One thing. */
    public static CapxAnswer of(JsonNode data) {
        return new CapxAnswer(data, false, null);
    }

    /** A page of a list. */
    public static CapxAnswer page(JsonNode data, @Nullable String nextCursor) {
        return new CapxAnswer(data, true, nextCursor);
    }
}
