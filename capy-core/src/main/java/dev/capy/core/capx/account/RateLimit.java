package dev.capy.core.capx.account;

/**
 * What a caller is told of its limit.
 *
 * @param limit how many calls a minute of the world's time has
 * @param remaining how many of them are left
 * @param reset when the next minute begins, in seconds of Unix time
 * @param retryAfter after how many seconds a refused call may be tried again, at least 1; 0 for one that is not refused
 */
public record RateLimit(int limit, int remaining, long reset, long retryAfter) {

    /** Whether the call is refused. */
    public boolean isRefusal() {
        return retryAfter > 0;
    }
}
