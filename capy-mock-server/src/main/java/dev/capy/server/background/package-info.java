/**
 * The threads that a server has besides those of its listener. Knows nothing of what they do.
 */
@NullMarked
package dev.capy.server.background;

import org.jspecify.annotations.NullMarked;
