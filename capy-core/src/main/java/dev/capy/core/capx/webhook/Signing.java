package dev.capy.core.capx.webhook;

import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.Tx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is sent, by the Standard Webhooks scheme; that this scheme is used is not documented by the vendor. */
final class Signing {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private Signing() {}

    /** A secret drawn from the world's seed: whoever knows the seed can tell it. */
    static Secret newSecret(Tx tx) {
        ByteBuffer key = ByteBuffer.allocate(KEY_BYTES);
        while (key.hasRemaining()) {
            UUID drawn = UUID.fromString(tx.newId());
            key.putLong(drawn.getMostSignificantBits()).putLong(drawn.getLeastSignificantBits());
        }
        return Secret.of(PREFIX + Base64.getEncoder().encodeToString(key.array()));
    }

    /** The headers that a delivery is sent with. */
    static SortedMap<String, String> headers(Secret secret, String messageId, Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("content-type", "application/json");
        headers.put("webhook-id", messageId);
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", "v1," + sign(secret, messageId + "." + timestamp + "." + body));
        return headers;
    }

    private static String sign(Secret secret, String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The key in a secret; one that was left out of a dump is no Base64, and signs with its own bytes. */
    private static byte[] key(Secret secret) {
        String text = secret.reveal();
        return text.startsWith(PREFIX)
                ? Base64.getDecoder().decode(text.substring(PREFIX.length()))
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
