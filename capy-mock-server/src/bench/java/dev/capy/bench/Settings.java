package dev.capy.bench;

import java.nio.file.Path;

/**
 * How a run is to be.
 *
 * @param rounds how often everything is measured
 * @param requests how many of each kind are measured, after as many to warm up
 * @param connections how many connections ask at once
 * @param jvmFlags what every server's JVM gets
 * @param clock what moves this project's time; {@code realtime} adds the work of all agents that were asked for any
 * @param directory where this module was built
 * @param classes where these classes are
 */
record Settings(int rounds, int requests, int connections, String jvmFlags, String clock, Path directory, Path classes) {

    static Settings ofSystemProperties() {
        return new Settings(
                Integer.getInteger("bench.rounds", 3),
                Integer.getInteger("bench.requests", 20_000),
                Integer.getInteger("bench.connections", 32),
                System.getProperty("bench.jvm", "-Xmx512m"),
                System.getProperty("bench.clock", "manual"),
                Path.of(System.getProperty("bench.directory", "target")).toAbsolutePath(),
                Path.of(System.getProperty("bench.classes", "target/test-classes"))
                        .toAbsolutePath());
    }

    /** A jar that was built here, or that was brought here for the benchmark. */
    Path jar(String name) {
        return directory.resolve(name);
    }

    /** Where a run keeps its files. */
    Path workplace() {
        return directory.resolve("bench");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
