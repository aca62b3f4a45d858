package dev.capy.tests;

import static dev.capy.junit.CapyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.junit.Capy;
import dev.capy.junit.CapyTest;
import dev.capy.junit.CapyToken;
import dev.capy.server.CapyServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CapyTest(seed = 7, clock = ClockMode.MANUAL)
class CapyTestTest {

    @Capy
    private CapyWorld world;

    @Capy
    private Clock clock;

    @CapyToken("capy_demo_member")
    private String member;

    private CapyWorld before;

    @BeforeEach
    void seesTheSameWorld(CapyWorld given) {
        before = given;
    }

    @Test
    void fillsInParametersAndFields(CapyServer server, CapyWorld given, CapyClock time, @Capy URI baseUri)
            throws Exception {
        assertThat(given).isSameAs(world).isSameAs(before).isSameAs(server.world());
        assertThat(given.seed()).isEqualTo(7);
        assertThat(time.mode()).isEqualTo(ClockMode.MANUAL);
        assertThat(clock.instant()).isEqualTo(time.now());
        assertThat(baseUri).isEqualTo(server.baseUri());

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(baseUri + "/v1/projects"))
                                .header("Authorization", "Bearer " + member)
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void canSayWhatIsExpectedOfTheWorld() {
        String id =
                world.as("capy_demo").startThread("proj_demo", "Add a page.").id();
        world.clock().runUntilIdle();

        assertThat(world)
                .isIdle()
                .thread(id)
                .isReady()
                .hasTitle("Add a page")
                .hasSaid("ready for review")
                .hasTasks(1)
                .hasTask(task -> task.needsReview().hasDiffTouching("README.md").hasRun("git status"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyTestHasAFreshWorld(int time) {
        assertThat(world.as("capy_demo").projects()).isNotEmpty();
        String id =
                world.as("capy_demo").startThread("proj_demo", "Time " + time).id();
        world.clock().runUntilIdle();

        assertThat(world).thread(id).hasTasks(1);
        assertThat(world).task("DEMO-1").hasTitle("Time " + time);
    }

    @TestFactory
    DynamicTest dynamicTestsShareThatOfTheirFactory(CapyWorld given) {
        return DynamicTest.dynamicTest("the same world", () -> assertThat(given).isSameAs(world));
    }

    @Nested
    class InANestedClass {

        @Test
        void theWorldIsDeclaredByTheClassAround(CapyWorld given) {
            assertThat(given.seed()).isEqualTo(7);
            assertThat(given).isSameAs(world);
        }
    }

    @Nested
    @CapyTest(seed = 8)
    class ThatDeclaresItsOwn {

        @Test
        void theWorldIsAnother(CapyWorld given) {
            assertThat(given.seed()).isEqualTo(8);
        }
    }
}
