/**
 * The shapes that everything takes on the wire, and how what is wrong with a request is refused. Knows no operation, and
 * nothing of HTTP.
 */
@NullMarked
package dev.capy.server.wire;

import org.jspecify.annotations.NullMarked;
