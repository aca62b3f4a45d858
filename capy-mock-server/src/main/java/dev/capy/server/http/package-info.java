/**
 * The way of a request into a world and back: limits, who calls, which world, which operation, and what errors look like.
 * Knows no operation by name.
 */
@NullMarked
package dev.capy.server.http;

import org.jspecify.annotations.NullMarked;
