/**
 * What waits for a person's decision, and until when. Must not know what follows from it.
 */
@NullMarked
package dev.capy.core.capx.approval;

import org.jspecify.annotations.NullMarked;
