package dev.capy.server.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import dev.capy.server.testing.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The table's further column: who may act for a member, in each operation that takes {@code impersonateUserEmail}. */
@Execution(ExecutionMode.SAME_THREAD)
class ImpersonationTableTest {

    private static final Edition EDITION = Edition.load("capy-2026-06");
    private static final Set<String> IN_BODY =
            Set.of("createAndStartThread", "sendThreadMessage", "archiveThread", "unarchiveThread");
    private static final Set<String> IN_QUERY = Set.of(
            "listPersonalEnvironmentVariables",
            "upsertPersonalEnvironmentVariables",
            "deletePersonalEnvironmentVariable",
            "listAutomations",
            "createAutomation",
            "getAutomation",
            "updateAutomation",
            "deleteAutomation",
            "triggerAutomation");
    private static final Set<String> ON_A_THREAD = Set.of("sendThreadMessage", "archiveThread", "unarchiveThread");
    private static final String MEMBER = "member@demo.test";
    private static final Scene REFUSALS = new Scene();
    private static final Scene SUCCESSES = new Scene();

    @AfterAll
    static void close() {
        REFUSALS.close();
        SUCCESSES.close();
    }

    private static Stream<Operation> operations() {
        return EDITION.operations().stream().filter(ImpersonationTableTest::takesIt);
    }

    private static boolean takesIt(Operation operation) {
        return IN_BODY.contains(operation.id()) || IN_QUERY.contains(operation.id());
    }

    @Test
    void noOperationThatTakesItIsMissing() {
        Set<String> declared = new TreeSet<>();
        JsonNode document = EDITION.document();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (mentions(document, path.path("parameters"))
                            || mentions(document, operation.path("parameters"))
                            || mentions(document, operation.path("requestBody"))) {
                        declared.add(operation.path("operationId").asText());
                    }
                }));
        declared.remove("");

        assertThat(operations().map(Operation::id)).containsExactlyInAnyOrderElementsOf(declared);
    }

    private static boolean mentions(JsonNode document, JsonNode part) {
        return part.toString().contains("\"impersonateUserEmail\"")
                || part.findValuesAsText("$ref").stream()
                        .anyMatch(
                                ref -> document.at(ref.substring(1)).toString().contains("\"impersonateUserEmail\""));
    }

    @TestFactory
    Stream<DynamicTest> adminServiceUsersActForMembers() {
        return operations()
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> ask(SUCCESSES, Caller.ADMIN_SERVICE, operation, MEMBER)
                                .ok()));
    }

    @TestFactory
    Stream<DynamicTest> nobodyElseDoes() {
        return operations()
                .flatMap(operation -> Stream.of(Caller.values())
                        .filter(caller -> caller != Caller.ADMIN_SERVICE)
                        .map(caller -> dynamicTest(operation.id() + " " + caller, () -> refused(operation, caller))));
    }

    private static void refused(Operation operation, Caller caller) {
        String before = REFUSALS.server.world().digest();
        for (String address : List.of(MEMBER, "nobody@demo.test")) {
            Answer answer = ask(REFUSALS, caller, operation, address);
            switch (caller) {
                case NOBODY -> answer.refused(401, "unauthorized");
                case OUTSIDER -> {
                    boolean hidden = ON_A_THREAD.contains(operation.id());
                    answer.refused(hidden ? 404 : 403, hidden ? "not_found" : "forbidden");
                }
                default -> answer.refused(403, "forbidden");
            }
        }
        assertThat(REFUSALS.server.world().digest()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> anotherOrganizationsMemberIsAsUnknownAsNobody() {
        return operations()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    String before = REFUSALS.server.world().digest();
                    Answer unknown = ask(REFUSALS, Caller.ADMIN_SERVICE, operation, "nobody@demo.test")
                            .invalid();
                    Answer foreign = ask(REFUSALS, Caller.ADMIN_SERVICE, operation, "outsider@other.test")
                            .invalid();

                    assertThat(unknown.paths()).containsExactly("$.impersonateUserEmail");
                    assertThat(foreign.text()).isEqualTo(unknown.text());
                    assertThat(REFUSALS.server.world().digest()).isEqualTo(before);
                }));
    }

    private static Answer ask(Scene scene, Caller caller, Operation operation, String address) {
        String query = "impersonateUserEmail=" + address;
        String body = scene.body(operation);
        return IN_QUERY.contains(operation.id())
                ? scene.ask(caller.calling(scene.server), operation, query, body)
                : scene.ask(caller.calling(scene.server), operation, "", with(body, address));
    }

    private static String with(String body, String address) {
        String field = "{'impersonateUserEmail': '" + address + "'";
        return body.equals("{}") ? field + "}" : field + ", " + body.substring(1);
    }
}
