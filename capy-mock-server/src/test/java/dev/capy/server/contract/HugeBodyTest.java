package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.operation;
import static dev.capy.server.contract.Bodies.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A megabyte of anything is answered, shortly and soon. */
@Timeout(30)
class HugeBodyTest {

    private static final Operation CREATE = operation("createAndStartThread");
    private static final String RIGHT = "'projectId':'p','prompt':'go'";

    @Test
    void matchesNoPatternAgainstALongText() {
        for (int labels : List.of(100, 255, 1_000, 400_000)) {
            String address = "x@" + "a.".repeat(labels) + "!";

            assertThat(refusals(CREATE, "{" + RIGHT + ",'impersonateUserEmail':'" + address + "'}"))
                    .singleElement()
                    .asString()
                    .startsWith("$.impersonateUserEmail: must be an e-mail address, was 'x@a.a.")
                    .hasSizeLessThan(200);
        }
    }

    @Test
    void matchesPatternsOnASmallStack() throws InterruptedException {
        String address = "x@" + "a.".repeat(BoundedPattern.LONGEST / 2 - 2) + "aa";
        BoundedPattern pattern = new BoundedPattern(Bodies.EDITION
                .document()
                .at("/components/schemas/Email/pattern")
                .asText());
        Thread small =
                new Thread(null, () -> assertThat(pattern.matches(address)).isTrue(), "small stack", 256 * 1024);
        Throwable[] thrown = new Throwable[1];
        small.setUncaughtExceptionHandler((thread, problem) -> thrown[0] = problem);

        small.start();
        small.join();

        assertThat(thrown[0]).isNull();
        assertThat(pattern.matches(address + "a".repeat(10))).isFalse();
    }

    @Test
    void namesTheFirstHundredOfVeryManyViolations() {
        List<String> refusals = refusals(CREATE, "{" + RIGHT + ",'tags':[" + "1,".repeat(100_000) + "1]}");

        assertThat(refusals).hasSize(Shape.MOST + 1).startsWith("$.tags: must have at most 20 items, has 100001");
        assertThat(refusals.get(Shape.MOST)).isEqualTo("$: has 99902 more violations");
    }

    @Test
    void namesUnknownFieldsShortly() {
        String many =
                IntStream.range(0, 50_000).mapToObj(i -> ",'f" + i + "':1").collect(Collectors.joining());

        assertThat(refusals(CREATE, "{" + RIGHT + many + "}")).hasSize(Shape.MOST + 1);
        assertThat(refusals(CREATE, "{" + RIGHT + ",'" + "k".repeat(40_000) + "':1}"))
                .singleElement()
                .asString()
                .hasSizeLessThan(400);
    }

    @Test
    void readsNoEndlessNamesAndNumbers() {
        String message = "$: must not hold a number or a name that is as long as this";

        assertThat(refusals(CREATE, "{'" + "k".repeat(900_000) + "':1}"))
                .singleElement()
                .asString()
                .startsWith(message);
        assertThat(refusals(CREATE, "{'projectId':" + "9".repeat(900_000) + "}"))
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void readsAQueryOfAnyLength() {
        String endless = "9".repeat(1_000_000);

        assertThat(refusals(() -> operation("listThreads")
                        .readQuery(Map.of("projectId", List.of(endless), "limit", List.of(endless)))))
                .singleElement()
                .asString()
                .startsWith("$.limit: must be an integer from 1 to 100, was '999")
                .hasSizeLessThan(200);
    }
}
