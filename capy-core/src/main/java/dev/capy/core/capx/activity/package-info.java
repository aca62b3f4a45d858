/**
 * What happened, for ever: activity with its cost, what agents log, sums of costs. Must not decide anything.
 */
@NullMarked
package dev.capy.core.capx.activity;

import org.jspecify.annotations.NullMarked;
