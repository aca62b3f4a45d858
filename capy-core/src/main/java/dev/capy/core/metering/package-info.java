/**
 * What agents use that costs money, as events, and what it costs. Knows no agent: a run is an id.
 */
@NullMarked
package dev.capy.core.metering;

import org.jspecify.annotations.NullMarked;
