/**
 * What happens in worlds, told to whoever listens: as server-sent events, in order, with what was missed meanwhile.
 */
@NullMarked
package dev.capy.server.events;

import org.jspecify.annotations.NullMarked;
