/**
 * Virtual machines kept ready for a project: configuration, test boots, claims, replenishment, ageing and back-off.
 * Knows no task and no thread.
 */
@NullMarked
package dev.capy.core.warmpool;

import org.jspecify.annotations.NullMarked;
