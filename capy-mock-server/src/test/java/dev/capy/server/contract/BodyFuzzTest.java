package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.json;
import static dev.capy.server.contract.Bodies.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Right bodies made wrong in 10,000 seeded ways: refused in words, or taken, and nothing else. */
class BodyFuzzTest {

    private static final int ROUNDS = 5_000;

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "-1e-400",
            "99999999999999999999",
            "''",
            "'\\u0000'",
            "'\\ud800'",
            "'x'",
            "'😀'",
            "[]",
            "[null]",
            "[[[[]]]]",
            "{}",
            "{'a':{'b':[]}}",
            "{'':0}",
            "NaN",
            "1e99999999999");

    @Test
    void refusesOrTakesEveryMutationOfAThread() {
        fuzz("createAndStartThread", """
                {'projectId':'p','prompt':'go','model':'glm-5','speed':'fast','reasoning':{'mode':'high'},
                 'repos':[{'repoFullName':'a/b','branch':'main'}],'attachmentUrls':['https://a.example/b'],
                 'tags':['one','two'],'slack':{'channel':'c'},'impersonateUserEmail':'ann@corp.test',
                 'reliabilityInvestigationId':'rel_0123456789abcdef0123456789abcdef01234567'}
                """);
    }

    @Test
    void refusesOrTakesEveryMutationOfAWarmPool() {
        fuzz("updateWarmPool", """
                {'enabled':true,'targetSize':2,'maxAgeMinutes':60,'branch':null,
                 'setupCommands':[{'name':'deps','command':'npm ci','background':false}]}
                """);
    }

    private static void fuzz(String id, String valid) {
        Operation operation = operation(id);
        Random random = new Random(20_260_626);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Mutation mutation = mutated(json(valid).toString(), random);
            try {
                operation.readBody(mutation.bytes());
                assertThat(mutation.wrong()).as("round %d: %s", round, mutation).isFalse();
            } catch (Invalid invalid) {
                refused++;
                assertThat(invalid.violations())
                        .as("round %d: %s", round, mutation)
                        .isNotEmpty()
                        .allSatisfy(BodyFuzzTest::isReadable);
            } catch (RuntimeException | StackOverflowError e) {
                fail("round " + round + ": " + mutation, e);
            }
        }
        assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
    }

    private static void isReadable(Violation violation) {
        assertThat(violation.path()).startsWith("$").hasSizeLessThan(300);
        assertThat(violation.message())
                .isNotBlank()
                .hasSizeLessThan(700)
                .doesNotContain("java", "jackson", "networknt", "Exception");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(violation.toString()))
                .isTrue();
    }

    private static Mutation mutated(String valid, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> extra(valid, random);
            case 1 -> replaced(valid, random);
            case 2 -> removed(valid, random);
            case 3 ->
                new Mutation(valid.substring(0, random.nextInt(valid.length())).getBytes(StandardCharsets.UTF_8), true);
            case 4 -> noise(valid, random);
            default ->
                new Mutation(
                        (valid + VALUES.get(random.nextInt(VALUES.size()))).getBytes(StandardCharsets.UTF_8), true);
        };
    }

    private static Mutation extra(String valid, Random random) {
        JsonNode body = json(valid);
        objects(body).get(random.nextInt(objects(body).size())).put("extra" + random.nextInt(10), 1);
        return new Mutation(body.toString().getBytes(StandardCharsets.UTF_8), true);
    }

    private static Mutation removed(String valid, Random random) {
        JsonNode body = json(valid);
        ObjectNode object = objects(body).get(random.nextInt(objects(body).size()));
        object.remove(name(object, random));
        return new Mutation(body.toString().getBytes(StandardCharsets.UTF_8), false);
    }

    /** By text, so that values which no tree can hold are among them. */
    private static Mutation replaced(String valid, Random random) {
        JsonNode body = json(valid);
        ObjectNode object = objects(body).get(random.nextInt(objects(body).size()));
        object.put(name(object, random), "@@@");
        String value = VALUES.get(random.nextInt(VALUES.size())).replace('\'', '"');
        return new Mutation(body.toString().replace("\"@@@\"", value).getBytes(StandardCharsets.UTF_8), false);
    }

    private static Mutation noise(String valid, Random random) {
        byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return new Mutation(bytes, false);
    }

    private static String name(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.get(random.nextInt(names.size()));
    }

    private static List<ObjectNode> objects(JsonNode value) {
        List<ObjectNode> objects = new ArrayList<>();
        if (value instanceof ObjectNode object) {
            objects.add(object);
        }
        value.forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    /** @param wrong whether it cannot be right */
    private record Mutation(byte[] bytes, boolean wrong) {
        @Override
        public String toString() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
