/**
 * Who wants to be told of activity, and every attempt to tell them. Must not send anything itself.
 */
@NullMarked
package dev.capy.core.capx.webhook;

import org.jspecify.annotations.NullMarked;
