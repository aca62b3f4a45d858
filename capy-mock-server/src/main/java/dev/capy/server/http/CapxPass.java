package dev.capy.server.http;

import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.capx.account.RateLimit;
import dev.capy.core.capx.account.RateLimiter;
import dev.capy.core.capx.account.Tier;
import dev.capy.server.worlds.KeyAccess;
import java.time.Instant;
import java.util.Map;

/**
 * What a rate limit says of one request to Capx.
 *
 * @param limiter what counts
 * @param key whose request it is
 * @param limit what it said
 */
record CapxPass(RateLimiter limiter, ApiKey key, RateLimit limit) {

    private static final long MINUTE = 60;

    /** Counts a request, which goes on until {@link #end}. */
    static CapxPass begin(KeyAccess access) {
        RateLimiter limiter = access.hosted().world().capx().limiter();
        return new CapxPass(
                limiter,
                access.key(),
                limiter.enter(access.key(), access.hosted().world().clock()::now));
    }

    /** The request is over, or has become a stream. */
    void end() {
        if (!limit.isRefusal()) {
            limiter.leave(key);
        }
    }

    /** @throws HttpError when the request is one too many */
    void require() {
        if (limit.isRefusal()) {
            Tier tier = key.tier();
            throw HttpError.rateLimited(
                    "The rate limit of " + tier.perMinute() + " requests per minute, " + tier.perSecond()
                            + " per second and " + tier.concurrent() + " at once is exceeded",
                    limit.retryAfter());
        }
    }

    /** What every answer tells. */
    Map<String, String> headers() {
        return headers(limit);
    }

    /** What answers tell those who have no key: the smallest limit, of which nothing is used. */
    static Map<String, String> headersWithoutKey() {
        int limit = Tier.STARTER.perMinute();
        long nextMinute = (Instant.now().getEpochSecond() / MINUTE + 1) * MINUTE;
        return headers(new RateLimit(limit, limit, nextMinute, 0));
    }

    private static Map<String, String> headers(RateLimit limit) {
        return Map.of(
                "X-RateLimit-Limit", String.valueOf(limit.limit()),
                "X-RateLimit-Remaining", String.valueOf(limit.remaining()),
                "X-RateLimit-Reset", String.valueOf(limit.reset()));
    }
}
