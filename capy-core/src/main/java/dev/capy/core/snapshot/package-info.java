/**
 * Virtual machines kept as snapshots of their prepared disk: the switch of a project and what excludes it, how a snapshot
 * is built and tried, and when it counts. Knows no task and no thread.
 */
@NullMarked
package dev.capy.core.snapshot;

import org.jspecify.annotations.NullMarked;
