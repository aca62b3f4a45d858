package dev.capy.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.Level;

class JsonLogTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Logger logger = new JsonLogger("zoo.Keeper", Level.INFO.toInt(), new JsonLines(out));

    @Test
    void tellsWhenWhoAndWhat() {
        logger.warn("{} of {} \"lions\" are\nout", 2, 3);

        JsonNode line = lines().get(0);
        assertThat(line.path("level").asText()).isEqualTo("warn");
        assertThat(line.path("logger").asText()).isEqualTo("zoo.Keeper");
        assertThat(line.path("message").asText()).isEqualTo("2 of 3 \"lions\" are\nout");
        assertThat(line.path("thread").asText())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(line.path("timestamp").asText()).endsWith("Z").matches(time -> Instant.parse(time) != null);
        assertThat(line.has("error")).isFalse();
    }

    @Test
    void tellsAnErrorWithItsStackInOneField() {
        logger.error("The lion is out", new IllegalStateException("hungry"));

        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0).path("error").asText())
                .startsWith("java.lang.IllegalStateException: hungry\n\tat " + JsonLogTest.class.getName());
    }

    @Test
    void hasAFieldForEachPairNumbersAmongThem() {
        logger.atInfo().addKeyValue("lions", 3).addKeyValue("name", "Leo").log("fed");

        assertThat(lines().get(0).path("lions").isInt()).isTrue();
        assertThat(lines().get(0).path("name").asText()).isEqualTo("Leo");
        assertThat(lines().get(0).path("message").asText()).isEqualTo("fed");
    }

    @Test
    void leavesOutWhatIsBelowItsLevel() {
        logger.debug("yawn");
        logger.trace("yawn");
        logger.atDebug().addKeyValue("a", 1).log("yawn");
        logger.info("roar");

        assertThat(lines()).extracting(line -> line.path("message").asText()).containsExactly("roar");
    }

    @Test
    void showsNothingWhereItIsOff() {
        Logger off = new JsonLogger("zoo", Threshold.OFF, new JsonLines(out));

        off.error("roar");

        assertThat(out.size()).isZero();
    }

    private List<JsonNode> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().map(Json::parse).toList();
    }
}
