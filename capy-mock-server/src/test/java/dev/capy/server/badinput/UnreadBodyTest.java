package dev.capy.server.badinput;

import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** Whoever is still sending when the answer is known gets the answer all the same. */
class UnreadBodyTest {

    private static final TestServer SERVER = TestServer.manual();
    private static final String EIGHT_MIB = " ".repeat(8 << 20);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @RepeatedTest(5)
    void doesNotKeepTheAnswerAway() {
        ApiClient api = SERVER.api();

        api.post("/v1/threads", EIGHT_MIB).refused(413, "content_too_large");
        api.post("/v1/nothing", EIGHT_MIB).refused(404, "not_found");
        api.post("/v1/threads/x/stop", EIGHT_MIB).refused(404, "not_found");
        api.patch("/v1/threads", EIGHT_MIB).refused(405, "method_not_allowed");
        SERVER.as("nobody").post("/v1/threads", EIGHT_MIB).refused(401, "unauthorized");
        SERVER.control().post("/clock/advance", EIGHT_MIB).refused(413, "content_too_large");
    }
}
