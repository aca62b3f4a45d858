package dev.capy.server.http;

/**
 * Where a stream's text goes on its way to whoever reads it. Offering never waits: what the reader has not taken yet lies
 * in a buffer, and a reader who lets that become too full is cut off. Thread-safe.
 */
public interface Feed {

    /** Sends a piece of text, in UTF-8, after all those before it; nothing happens when it is over. */
    void send(byte[] text);

    /** Sends a last piece of text and then ends the stream. */
    void end(byte[] text);

    /** Whether nothing lies in the buffer. */
    boolean isDrained();

    /** Runs {@code work} once the stream is over, for whatever reason; at once when it is. */
    void whenOver(Runnable work);
}
