package dev.capy.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A run of test classes within a test, to see what becomes of them. */
final class InnerRun {

    private final Class<?>[] classes;
    private final Map<String, String> parameters = new HashMap<>();

    private InnerRun(Class<?>... classes) {
        this.classes = classes;
        // other tests of this process have servers of their own meanwhile
        parameters.put("capy.leak-check", "false");
        parameters.put("junit.jupiter.execution.parallel.enabled", "false");
    }

    static InnerRun of(Class<?>... classes) {
        return new InnerRun(classes);
    }

    /** With this configuration parameter. */
    InnerRun with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** With so many tests at the same time. */
    InnerRun parallel(int threads) {
        return with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads));
    }

    EngineExecutionResults execute() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(
                        Stream.of(classes).map(DiscoverySelectors::selectClass).toList())
                .configurationParameters(parameters)
                .execute();
    }

    /** Why the test of this method failed. */
    static Throwable failure(EngineExecutionResults results, String method) {
        return finished(results.testEvents().finished().stream(), method)
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    /** Why whatever failed did. */
    static List<String> failures(EngineExecutionResults results) {
        return results.allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> String.valueOf(result.getThrowable().orElseThrow()))
                .toList();
    }

    private static Stream<TestExecutionResult> finished(Stream<Event> events, String method) {
        return events.filter(event ->
                        event.getTestDescriptor().getUniqueId().toString().contains(":" + method + "("))
                .map(event -> event.getRequiredPayload(TestExecutionResult.class));
    }
}
