/**
 * Brings two sides of a history together: trees, files, lines. Knows no branch and no commit; it never guesses, what
 * cannot be decided is a conflict.
 */
@NullMarked
package dev.capy.core.source.merge;

import org.jspecify.annotations.NullMarked;
