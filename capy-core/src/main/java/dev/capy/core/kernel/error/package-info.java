/**
 * The one family of errors that the domain throws, in its own words. What a transport makes of them (a status, an
 * envelope) is not known here.
 */
@NullMarked
package dev.capy.core.kernel.error;

import org.jspecify.annotations.NullMarked;
