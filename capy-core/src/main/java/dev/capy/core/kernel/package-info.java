/**
 * The ground of every world: virtual time, seeded ids and randomness, tables, transactions, domain events, and the ports
 * to what lies outside. Knows no agent and no virtual machine.
 */
@NullMarked
package dev.capy.core.kernel;

import org.jspecify.annotations.NullMarked;
