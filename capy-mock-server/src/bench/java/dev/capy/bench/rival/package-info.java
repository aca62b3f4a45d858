/** Servers inside the JVM that asks them: this project, its rivals, and the floor that all stand on. */
@NullMarked
package dev.capy.bench.rival;

import org.jspecify.annotations.NullMarked;
