package dev.capy.core.capx.account;

import java.util.Objects;

/**
 * What a call was answered that may come again.
 *
 * @param id the name of the API key, and what the caller marked the call with
 * @param fingerprint tells what was asked for
 * @param status the status of the answer
 * @param body the body of the answer
 */
public record StoredAnswer(String id, String fingerprint, int status, String body) {

    public StoredAnswer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(body, "body");
    }

    static String id(ApiKey key, String mark) {
        return key.name() + " " + mark;
    }
}
