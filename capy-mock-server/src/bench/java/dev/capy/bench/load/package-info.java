/** Sends requests and measures: servers in processes of their own, and connections that keep them busy. */
@NullMarked
package dev.capy.bench.load;

import org.jspecify.annotations.NullMarked;
