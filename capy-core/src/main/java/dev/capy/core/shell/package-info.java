/**
 * A shell that evaluates a script over an immutable tree of files in virtual time, as a pure function.
 * Must not know machines, worlds, transactions or clocks: its outcome is a plan that the caller carries out.
 */
@NullMarked
package dev.capy.core.shell;

import org.jspecify.annotations.NullMarked;
