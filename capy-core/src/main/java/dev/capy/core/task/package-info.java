/**
 * Tasks, their runs (jams), what they changed, and the Build agent that does the work on a virtual machine. Knows no
 * thread.
 */
@NullMarked
package dev.capy.core.task;

import org.jspecify.annotations.NullMarked;
