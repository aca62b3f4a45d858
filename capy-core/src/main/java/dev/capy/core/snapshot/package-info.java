/**
 * Virtual machines kept as snapshots of their prepared disk: the switch of a project, and what excludes it. Knows no
 * task and no thread.
 */
@NullMarked
package dev.capy.core.snapshot;

import org.jspecify.annotations.NullMarked;
