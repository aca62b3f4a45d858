package dev.capy.server.http;

/** Answers one operation of the control plane with a text. */
@FunctionalInterface
public interface TextHandler {

    Text handle(ControlCall call);
}
