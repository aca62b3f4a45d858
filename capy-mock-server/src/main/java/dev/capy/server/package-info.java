/** The world of {@code capy-core} over HTTP: {@link dev.capy.server.CapyServer}, to be embedded or run by itself. */
@NullMarked
package dev.capy.server;

import org.jspecify.annotations.NullMarked;
