/**
 * The worlds that one server hosts: each with its edition and its own tokens. Knows no HTTP.
 */
@NullMarked
package dev.capy.server.worlds;

import org.jspecify.annotations.NullMarked;
