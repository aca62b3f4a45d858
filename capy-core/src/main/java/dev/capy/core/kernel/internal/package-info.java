/** Persistent data structures and the canonical form, for the kernel alone. Nothing outside the kernel may use them. */
@NullMarked
package dev.capy.core.kernel.internal;

import org.jspecify.annotations.NullMarked;
