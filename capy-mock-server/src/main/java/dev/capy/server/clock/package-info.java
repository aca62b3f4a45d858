/**
 * Maps real time onto the time of the worlds that follow it.
 */
@NullMarked
package dev.capy.server.clock;

import org.jspecify.annotations.NullMarked;
