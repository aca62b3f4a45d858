package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers one operation of the control plane. */
@FunctionalInterface
public interface ControlHandler {

    JsonNode handle(ControlCall call);
}
