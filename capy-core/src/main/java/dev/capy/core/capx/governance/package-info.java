/**
 * What may be done: the limits of a company and the one order in which they are looked at. Must not change anything.
 */
@NullMarked
package dev.capy.core.capx.governance;

import org.jspecify.annotations.NullMarked;
