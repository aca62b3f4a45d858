/**
 * What goes wrong on the way because a test says so: delays, refusals, broken answers and connections, each at a named point
 * of an exchange.
 */
@NullMarked
package dev.capy.server.fault;

import org.jspecify.annotations.NullMarked;
