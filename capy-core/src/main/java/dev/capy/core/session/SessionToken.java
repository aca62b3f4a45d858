package dev.capy.core.session;

import java.time.Instant;

/**
 * A session identity token.
 *
 * @param text the signed JWT; opaque to callers
 * @param issuedAt when it was made
 * @param expiresAt until when it is good
 */
public record SessionToken(String text, Instant issuedAt, Instant expiresAt) {}
