package dev.capy.core.kernel;

/** What makes a world's time move. */
public enum ClockMode {
    /** Only calls that move it. */
    MANUAL,

    /** Also every read of the API, to the next instant that something waits for. */
    ON_POLL,

    /** Also the passing of real time, which a driver outside this library maps onto it. */
    REALTIME
}
