package dev.capy.core.shell.internal;

/** A process's input, output and errors. */
public record Streams(Input in, Sink out, Sink err) {

    Streams withIn(Input other) {
        return new Streams(other, out, err);
    }

    Streams withOut(Sink other) {
        return new Streams(in, other, err);
    }

    Streams withErr(Sink other) {
        return new Streams(in, out, other);
    }
}
