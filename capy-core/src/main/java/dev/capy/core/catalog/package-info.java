/**
 * The models that agents can use, how hard they think, what that and machines cost. Plain facts; no state.
 */
@NullMarked
package dev.capy.core.catalog;

import org.jspecify.annotations.NullMarked;
