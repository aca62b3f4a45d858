/**
 * The operations of Capx: wire to domain and back, one class a tag. No rules of the domain.
 */
@NullMarked
package dev.capy.server.capx;

import org.jspecify.annotations.NullMarked;
