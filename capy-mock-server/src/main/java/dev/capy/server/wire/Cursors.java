package dev.capy.server.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the opaque cursors of one world: a position, sealed for the list that it belongs to. One that was changed, or
 * comes from another list, other filters or another world, opens nothing. Thread-safe.
 */
public final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL = 16;

    private final SecretKeySpec key;

    /** @param seed the world's seed: the same world gives the same cursors */
    public Cursors(long seed) {
        key = new SecretKeySpec(("cursors of " + seed).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Seals a position.
     *
     * @param list what list it is, filters included
     */
    public String seal(String list, long position) {
        byte[] sealed = ByteBuffer.allocate(Long.BYTES + SEAL)
                .putLong(position)
                .put(mac(list, position))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The position that was sealed; empty when it is no cursor of this list. */
    public OptionalLong open(String list, String cursor) {
        return decode(cursor)
                .filter(buffer -> buffer.length == Long.BYTES + SEAL)
                .map(ByteBuffer::wrap)
                .filter(buffer -> Arrays.equals(
                        mac(list, buffer.getLong(0)),
                        Arrays.copyOfRange(buffer.array(), Long.BYTES, Long.BYTES + SEAL)))
                .map(buffer -> OptionalLong.of(buffer.getLong(0)))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<byte[]> decode(String cursor) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(String list, long position) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(
                    mac.doFinal(
                            ByteBuffer.allocate(Long.BYTES).putLong(position).array()),
                    SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
