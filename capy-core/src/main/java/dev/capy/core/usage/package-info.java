/**
 * What runs have cost, summed over whatever is asked for. Only listens; changes nothing but its own records.
 */
@NullMarked
package dev.capy.core.usage;

import org.jspecify.annotations.NullMarked;
