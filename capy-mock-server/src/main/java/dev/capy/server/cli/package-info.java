/**
 * The command line.
 */
@NullMarked
package dev.capy.server.cli;

import org.jspecify.annotations.NullMarked;
