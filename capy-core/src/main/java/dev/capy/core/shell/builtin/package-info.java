/**
 * The commands that the shell knows by itself, grouped by theme. Internal to the shell.
 * Must not know the language: whoever runs other commands asks the interpreter.
 */
@NullMarked
package dev.capy.core.shell.builtin;

import org.jspecify.annotations.NullMarked;
