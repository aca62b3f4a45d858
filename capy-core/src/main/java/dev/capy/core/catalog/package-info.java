/**
 * The models that agents can use. Plain facts; no state.
 */
@NullMarked
package dev.capy.core.catalog;

import org.jspecify.annotations.NullMarked;
