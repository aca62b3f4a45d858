package consumer;

import static dev.capy.junit.CapyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.CapyClock;
import dev.capy.junit.Capy;
import dev.capy.junit.CapyTest;
import dev.capy.junit.CapyToken;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CapyTest
class DeclaredTest {

    @Capy
    private CapyWorld world;

    @CapyToken
    private String token;

    @Test
    void isServedBesideOthers(ServedWorld capy, CapyClock clock) throws Exception {
        assertThat(capy.world()).isSameAs(world);
        assertThat(clock).isSameAs(world.clock());
        assertThat(get(capy.baseUri() + "/v1/projects", token)).isEqualTo(200);
        assertThat(get(capy.baseUri() + "/v1/projects", "capy_demo")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isFreshForEachArgument(int time) {
        String thread =
                world.as("capy_demo").startThread("proj_demo", "Time " + time).id();
        world.clock().runUntilIdle();

        assertThat(world).thread(thread).isReady().hasTask(task -> task.hasTitle("Time " + time));
        assertThat(world).task("DEMO-1").hasTitle("Time " + time);
    }

    @TestFactory
    DynamicTest isThereForDynamicTests() {
        CapyWorld seen = world;
        return DynamicTest.dynamicTest("the same world", () -> assertThat(seen).isIdle());
    }

    @Nested
    class Within {

        @Test
        void isThereToo(CapyWorld given) {
            assertThat(given).isSameAs(world);
        }
    }

    @Nested
    @CapyTest(seed = 8)
    class WithAServer {

        @Test
        void hasItsOwn(CapyServer server) throws Exception {
            assertThat(server.world().seed()).isEqualTo(8);
            assertThat(get(server.baseUri() + "/v1/projects", "capy_demo")).isEqualTo(200);
        }
    }

    static int get(String uri, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
