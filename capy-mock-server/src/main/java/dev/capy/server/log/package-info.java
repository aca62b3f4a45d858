/**
 * A log whose lines are JSON objects, for programs that read it. Takes levels as the log for people does, which is
 * slf4j-simple's.
 */
@NullMarked
package dev.capy.server.log;

import org.jspecify.annotations.NullMarked;
