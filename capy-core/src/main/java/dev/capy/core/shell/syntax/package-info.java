/**
 * The shell's language: text to immutable syntax trees. Internal to the shell.
 * Must not know how anything is run, and no file, rule or time.
 */
@NullMarked
package dev.capy.core.shell.syntax;

import org.jspecify.annotations.NullMarked;
