/** Worlds that a database keeps, and servers that share one: which world is whose, and what becomes of it when one ends. */
@NullMarked
package dev.capy.server.cluster;

import org.jspecify.annotations.NullMarked;
