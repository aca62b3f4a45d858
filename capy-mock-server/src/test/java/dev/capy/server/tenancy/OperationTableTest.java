package dev.capy.server.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import dev.capy.server.testing.Answer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Walks the whole table: whoever is refused changes nothing. */
@Execution(ExecutionMode.SAME_THREAD)
class OperationTableTest {

    private static final Edition EDITION = Edition.load("capy-2026-06");
    private static final Map<Integer, String> CODES = Map.of(401, "unauthorized", 403, "forbidden", 404, "not_found");
    private static final Permissions PERMISSIONS = new Permissions();
    private static final Map<Caller, Scene> SCENES = new EnumMap<>(Caller.class);

    @AfterAll
    static void close() {
        SCENES.values().forEach(Scene::close);
    }

    @Test
    void everyOperationHasItsRow() {
        List<String> declared = EDITION.operations().stream().map(Operation::id).toList();

        assertThat(PERMISSIONS.operations()).hasSize(49).containsExactlyInAnyOrderElementsOf(declared);
    }

    @TestFactory
    Stream<DynamicTest> everyCallerGetsItsStatus() {
        return Stream.of(Caller.values())
                .flatMap(caller -> PERMISSIONS.operations().stream()
                        .map(operation -> dynamicTest(operation + " " + caller, () -> check(operation, caller))));
    }

    private static void check(String id, Caller caller) {
        Scene scene = SCENES.computeIfAbsent(caller, one -> new Scene());
        Operation operation = EDITION.operation(id).orElseThrow();
        String before = scene.server.world().digest();

        Answer answer = scene.ask(caller.calling(scene.server), operation);

        int expected = PERMISSIONS.status(id, caller);
        if (expected == 200) {
            answer.ok();
        } else {
            answer.refused(expected, CODES.get(expected));
            assertThat(scene.server.world().digest()).isEqualTo(before);
        }
    }
}
