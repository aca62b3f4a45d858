/**
 * How metrics are written for Prometheus. The one place that knows Micrometer, which need not be there.
 */
@NullMarked
package dev.capy.server.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
