/**
 * A deterministic world of agents and virtual machines: {@link dev.capy.core.CapyWorld} and what assembles it. No server,
 * no SQL, no JSON is needed.
 */
@NullMarked
package dev.capy.core;

import org.jspecify.annotations.NullMarked;
