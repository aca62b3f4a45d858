/**
 * Runs syntax trees: processes, expansion, redirection, the disk. Internal to the shell.
 * Must not know what any one builtin does.
 */
@NullMarked
package dev.capy.core.shell.internal;

import org.jspecify.annotations.NullMarked;
