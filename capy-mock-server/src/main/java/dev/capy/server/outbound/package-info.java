/**
 * What goes out of the server by itself: webhooks. Knows no world and no API.
 */
@NullMarked
package dev.capy.server.outbound;

import org.jspecify.annotations.NullMarked;
