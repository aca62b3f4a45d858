/**
 * A whole world as one document, and what tells two of them apart. The same world makes the same bytes. Must not know what
 * assembles a world.
 */
@NullMarked
package dev.capy.core.dump;

import org.jspecify.annotations.NullMarked;
