/**
 * Plain values that all of Capx is made of: short ids, free JSON, credits and what meters count. Knows no company.
 */
@NullMarked
package dev.capy.core.capx.value;

import org.jspecify.annotations.NullMarked;
