/** The hot paths one by one: {@code mvn -Pbench -Djmh verify -pl capy-mock-server -am}. */
@NullMarked
package dev.capy.bench.jmh;

import org.jspecify.annotations.NullMarked;
