package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers one operation of the API. */
@FunctionalInterface
public interface OperationHandler {

    /** The fullest answer; what the caller's edition does not have is dropped on the way out. */
    JsonNode handle(Call call);
}
