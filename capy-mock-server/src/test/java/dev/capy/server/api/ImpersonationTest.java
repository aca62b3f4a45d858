package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acting for a member is for admin service users alone. */
class ImpersonationTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void makesTheMemberTheAuthorAndBothParticipants() {
        JsonNode thread =
                startFor("capy_demo_admin_service", "Member@Demo.Test").ok();

        assertThat(thread.path("participants").findValuesAsText("userId"))
                .containsExactly("user_member", "user_admin_service");
        assertThat(thread.path("participants").findValuesAsText("userType")).containsExactly("human", "service_user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"capy_demo", "capy_demo_member", "capy_demo_service"})
    void isForbiddenToEveryoneElse(String token) {
        startFor(token, "member@demo.test").refused(403, "forbidden");
        startFor(token, "nobody@demo.test").refused(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@demo.test", "outsider@other.test"})
    void knowsTheMembersOfItsOrganizationOnly(String email) {
        assertThat(startFor("capy_demo_admin_service", email).invalid().paths())
                .containsExactly("$.impersonateUserEmail");
    }

    @Test
    void holdsForMessagesToo() {
        String thread = "/v1/threads/" + Threads.id(Threads.start(SERVER.api(), "a")) + "/message";
        String body = Json.text("{'message': 'b', 'impersonateUserEmail': 'member@demo.test'}");

        SERVER.api().post(thread, body).refused(403, "forbidden");
        SERVER.as("capy_demo_admin_service").post(thread, body).ok();
        SERVER.as("capy_demo_admin_service")
                .post(thread, body.replace("member", "nobody"))
                .invalid();
    }

    private static Answer startFor(String token, String email) {
        return SERVER.as(token)
                .post(
                        "/v1/threads",
                        Json.text("{'projectId': 'proj_empty', 'prompt': 'a', 'impersonateUserEmail': '%s'}"
                                .formatted(email)));
    }
}
