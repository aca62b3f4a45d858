/**
 * What clients do that they had better not: found in the journal afterwards, in nobody's way.
 */
@NullMarked
package dev.capy.server.lint;

import org.jspecify.annotations.NullMarked;
