package dev.capy.server.http;

/**
 * The largest body that a request to the APIs may have.
 *
 * @param bytes from 1 to {@link #MOST}
 */
public record BodyLimit(int bytes) {

    /** The largest limit, in bytes. */
    public static final int MOST = 1 << 30;

    /** One mebibyte. */
    public static final BodyLimit USUAL = new BodyLimit(1 << 20);

    /** @throws IllegalArgumentException when it is out of range */
    public BodyLimit {
        if (bytes < 1 || bytes > MOST) {
            throw new IllegalArgumentException("a limit of bodies must be from 1 to " + MOST + " bytes, was " + bytes);
        }
    }
}
