/** Compares this project with others on the same machine in the same run, and with itself over time. */
@NullMarked
package dev.capy.bench;

import org.jspecify.annotations.NullMarked;
