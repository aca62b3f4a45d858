package dev.capy.core.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes and reads the tokens of one world: JWTs of 700 to 1000 bytes, signed with a key that the world's seed decides, so
 * that the same world makes the same tokens. Immutable and thread-safe.
 */
final class TokenMint {

    private static final String ISSUER = "https://capy.ai";
    private static final String AUDIENCE = "capy-session";
    private static final String KEY_ID = "capy-session-1";

    /** What a token says. */
    record Claims(String sessionId, String threadId, Instant issuedAt, Instant expiresAt) {}

    private final byte[] key;

    TokenMint(long seed) {
        key = sha("SHA-256", "session tokens of " + seed);
    }

    SessionToken mint(Session session, Instant issuedAt) {
        Instant expiresAt = issuedAt.plus(Session.LIFE);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(session.threadId())
                .jwtID(session.id())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .claim("iat_ms", issuedAt.toEpochMilli())
                .claim("org_id", session.organizationId())
                .claim("project_id", session.projectId())
                .claim("user_id", session.userId())
                .claim("instance_id", session.vmId())
                .claim("fingerprint", HexFormat.of().formatHex(sha("SHA-512", session.id() + issuedAt)))
                .build();
        return new SessionToken(sign(claims), issuedAt, expiresAt);
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY_ID).build(), claims);
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 signs everything", e);
        }
    }

    /** What a token that this mint made says; empty for any other text. */
    Optional<Claims> read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Instant issuedAt = Instant.ofEpochMilli(claims.getLongClaim("iat_ms"));
            return Optional.of(
                    new Claims(claims.getJWTID(), claims.getSubject(), issuedAt, issuedAt.plus(Session.LIFE)));
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] sha(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
