package dev.capy.server.metrics;

import java.util.function.LongSupplier;

/**
 * Something that is counted elsewhere.
 *
 * @param rises whether it only ever grows
 * @param labels names and values by turns
 * @param value how much it is now; cheap
 */
public record Gauge(String name, String help, boolean rises, String[] labels, LongSupplier value) {}
