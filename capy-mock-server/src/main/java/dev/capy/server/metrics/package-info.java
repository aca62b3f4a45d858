/**
 * Counts, gauges and timings of a server, and the text in which they are read. Knows nothing of what they are of.
 */
@NullMarked
package dev.capy.server.metrics;

import org.jspecify.annotations.NullMarked;
