/**
 * Session identity tokens: which Captain session a piece of code runs in, and whether a token says so truly. Knows no
 * thread but by its id.
 */
@NullMarked
package dev.capy.core.session;

import org.jspecify.annotations.NullMarked;
