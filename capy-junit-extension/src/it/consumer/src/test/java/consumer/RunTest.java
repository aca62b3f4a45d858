package consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import consumer.samples.Failing;
import consumer.samples.Leaving;
import consumer.samples.Served;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@Isolated("counts threads")
class RunTest {

    @Test
    void isOfTheJupiterThatIsExpected() {
        assertThat(Test.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .endsWith("junit-jupiter-api-" + System.getProperty("expected.junit.version") + ".jar");
    }

    @Test
    void closesItsListenerInTheEnd() {
        assertThat(failures(run(Served.class, "true"))).isEmpty();

        assertThat(catchThrowable(() -> DeclaredTest.get(Served.place, ""))).isInstanceOf(IOException.class);
    }

    @Test
    void closesItWhereJupiterIsToldNotToCloseWhatIsMerelyAutoCloseable() {
        assertThat(failures(run(Served.class, "false"))).isEmpty();

        assertThat(catchThrowable(() -> DeclaredTest.get(Served.place, ""))).isInstanceOf(IOException.class);
    }

    @Test
    void saysWhatAFailedTestsWorldWasLike() {
        EngineExecutionResults results = run(Failing.class, "true");

        assertThat(failures(results)).hasSize(1);
        assertThat(results.testEvents()
                        .failed()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getSuppressed()[0]
                                .toString()))
                .singleElement()
                .asString()
                .contains("seed 42", "CapyWorld.builder().restore(");
    }

    @Test
    void failsWhenAServerIsLeft() {
        EngineExecutionResults results = run(Leaving.class, "true");
        Leaving.left.close();

        assertThat(failures(results)).singleElement().asString().contains("threads capy-http-");
    }

    private static EngineExecutionResults run(Class<?> tests, String autoCloseable) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameter(
                        "junit.jupiter.extensions.store.close.autocloseable.enabled", autoCloseable)
                .execute();
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.allEvents()
                .failed()
                .map(event -> String.valueOf(event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()))
                .toList();
    }
}
