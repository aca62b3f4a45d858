/**
 * Says what requests there should have been and compares with those there were. What does not fit is told in full.
 */
@NullMarked
package dev.capy.server.verify;

import org.jspecify.annotations.NullMarked;
