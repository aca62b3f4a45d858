package dev.capy.server.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every mistake with every operation: refused as it should be, and the world is as it was, its time included. */
class RefusedRequestsTest {

    private static final List<TestServer> SERVERS = List.of(TestServer.manual(), TestServer.onPoll());

    private static final TestServer CONTROLLED = TestServer.manual();

    @AfterAll
    static void close() {
        SERVERS.forEach(TestServer::close);
        CONTROLLED.close();
    }

    @TestFactory
    Stream<DynamicNode> changeNothing() {
        return SERVERS.stream()
                .map(server -> dynamicContainer(
                        server.world().clock().mode().name(), everyMistake("capy-2026-06", server, Known.in(server))));
    }

    @TestFactory
    Stream<DynamicTest> changeNothingOnTheControlPlane() {
        return everyMistake("control", CONTROLLED, Known.toControl(CONTROLLED));
    }

    private static Stream<DynamicTest> everyMistake(String document, TestServer server, Known known) {
        String before = server.world().digest();
        return Edition.load(document).operations().stream()
                .flatMap(operation -> Arrays.stream(Mistake.values())
                        .filter(mistake -> mistake.isPossible(operation))
                        .map(mistake -> dynamicTest(operation.id() + " " + mistake, () -> {
                            check(
                                    operation,
                                    mistake,
                                    mistake.make(known, operation).send());
                            assertThat(server.world().digest()).isEqualTo(before);
                        })));
    }

    private static void check(Operation operation, Mistake mistake, Answer answer) {
        answer.refused(mistake.status(), mistake.code());
        assertThat(answer.header("x-request-id")).isPresent();
        switch (mistake.status()) {
            case 401 -> assertThat(answer.header("www-authenticate")).hasValue("Bearer");
            case 405 ->
                assertThat(answer.header("allow").orElseThrow().split(", ", -1))
                        .contains(operation.method())
                        .doesNotContain("PURGE");
            case 422 -> {
                assertThat(answer.message()).matches("Request (body|query|path) validation failed");
                assertThat(answer.violations()).isNotEmpty();
            }
            default ->
                assertThat(answer.json().at("/error/details").isMissingNode()).isTrue();
        }
    }
}
