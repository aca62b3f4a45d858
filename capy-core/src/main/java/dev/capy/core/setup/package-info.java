/**
 * What a project says about its machines: Setup, and the deprecated hooks of its repositories that Setup replaces. Knows
 * no machine: others run what is said here.
 */
@NullMarked
package dev.capy.core.setup;

import org.jspecify.annotations.NullMarked;
