/**
 * Captain threads: their messages, their run state, and the Captain that plans, delegates and waits.
 */
@NullMarked
package dev.capy.core.thread;

import org.jspecify.annotations.NullMarked;
