/**
 * Review agents: what they make of a pull request, on a machine of their own that knows nothing of Setup. Knows no task
 * and no thread.
 */
@NullMarked
package dev.capy.core.review;

import org.jspecify.annotations.NullMarked;
