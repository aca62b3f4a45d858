package dev.capy.bench;

/** What is measured of each server. */
enum Figure {
    START("start to first 200, ms", 0),
    RSS_IDLE("RSS idle, MB", 0),
    RSS_LOADED("RSS after load, MB", 0),
    GET_RATE("GET thread, requests/s", 0),
    GET_P50("  p50, ms", 2),
    GET_P99("  p99, ms", 2),
    GET_CPU("  CPU of the server, µs a request", 0),
    POST_RATE("POST thread, requests/s", 0),
    POST_P50("  p50, ms", 2),
    POST_P99("  p99, ms", 2),
    POST_CPU("  CPU of the server, µs a request", 0),
    GET_EQUAL_P99("GET p99 at equal load, ms", 2),
    POST_EQUAL_P99("POST p99 at equal load, ms", 2),
    GET_WRK("GET thread by wrk, requests/s", 0),
    POST_WRK("POST thread by wrk, requests/s", 0),
    CYCLE("in-JVM start, request, stop, ms", 2),
    FRESH("fresh world or server per test, ms", 3),
    RESTART("restart with what was made, ms", 0);

    private final String title;
    private final int decimals;

    Figure(String title, int decimals) {
        this.title = title;
        this.decimals = decimals;
    }

    String title() {
        return title;
    }

    int decimals() {
        return decimals;
    }
}
