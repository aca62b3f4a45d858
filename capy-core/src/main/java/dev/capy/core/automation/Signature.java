package dev.capy.core.automation;

import dev.capy.core.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signatures of requests: {@code sha256=} and the HMAC-SHA256 of the body in hex. The scheme is inferred. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "sha256=";

    private Signature() {}

    /** Whether {@code given} signs {@code body}; compared in a time that tells nothing. */
    static boolean matches(Secret secret, String body, @Nullable String given) {
        byte[] expected = bytes(of(secret, body));
        return given != null
                && MessageDigest.isEqual(expected, bytes(given.strip().toLowerCase(Locale.ROOT)));
    }

    static String of(Secret secret, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(secret.reveal()), ALGORITHM));
            return SCHEME + HexFormat.of().formatHex(mac.doFinal(bytes(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
