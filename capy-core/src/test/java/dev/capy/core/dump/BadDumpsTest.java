package dev.capy.core.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that is not as it must be is refused, saying where, and the world stays what it was. */
class BadDumpsTest {

    private static final String GOOD = dump();

    private static String dump() {
        CapyWorld world = CapyWorld.builder().seed(3).build();
        world.as("capy_demo").startThread("proj_demo", "Add a login page.");
        return world.dump().json();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":1 | \"version\":2 | $.version | must be 1, was 2",
                "\"clock\":\"MANUAL\" | \"clock\":\"manual\" | $.clock | must be one of MANUAL, ON_POLL, REALTIME, was 'manual'",
                "\"seed\":3 | \"seed\":3.5 | $.seed | must be a whole number, was 3.5",
                "\"seed\":3 | \"seed\":\"x\" | $.seed | must be a whole number, was 'x'",
                "\"idsDrawn\": | \"idsDrawn\":-1 | $.idsDrawn | must not be negative",
                "\"organizations\":{\"last\":2 | \"organizations\":{\"last\":549755813887 | $.tables.organizations.last | must be at most 274877906944, was 549755813887",
                "\"organizations\": | \"unions\": | $.tables.unions | there is no such table",
                "\"@\":\"TurnDue\" | \"@\":\"Runtime\" | .timer.@ | was 'Runtime'",
                "\"taskCode\": | \"code\": | $.tables.projects.rows[0].record.code | Project has no such component",
                "\"id\":\"org_demo\",\"name\":\"Demo\" | \"name\":\"Demo\" | $.tables.organizations.rows[0].record.id | is missing",
                "\"directory\":\" | \"directory\":\"0 | .entries.bin.directory | must name one of the document's directory",
                "\"mode\":420 | \"mode\":99999 | mode | must be permission bits, 0 to 4095, was 99999",
            })
    void saysWhereAndWhatWouldBeRight(String good, String bad, String path, String message) {
        String document = GOOD.replaceFirst(
                Pattern.quote(good) + (bad.endsWith("-1") ? "[0-9]+" : ""), Matcher.quoteReplacement(bad));
        assertThat(document).isNotEqualTo(GOOD);

        Invalid refusal = catchThrowableOfType(Invalid.class, () -> restore(document));

        assertThat(refusal).isNotNull();
        Violation violation = refusal.violations().get(0);
        assertThat(violation.path()).endsWith(path);
        assertThat(violation.message()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"version\":1}", "{\"version\":1,\"parts\":{}}", "not json"})
    void refusesWhatIsNoDumpAtAll(String document) {
        assertThat(catchThrowableOfType(Invalid.class, () -> restore(document))).isNotNull();
    }

    @Test
    void refusesADirectoryThatContainsItself() {
        String name = GOOD.replaceFirst("(?s).*\"tree\":\\{\"root\":\\{\"directory\":\"([0-9a-f]{64}).*", "$1");
        String part = "\"" + name + "\":{\"entries\":{";
        String document = GOOD.replace(part, part + "\"again\":{\"directory\":\"" + name + "\"},");

        Invalid refusal = catchThrowableOfType(Invalid.class, () -> restore(document));

        assertThat(refusal).hasMessageContaining("must not contain itself");
    }

    @Test
    void aWorldThatRefusesADumpStaysAsItWas() {
        CapyWorld world = CapyWorld.builder().seed(9).build();
        String before = world.digest();
        WorldDump bad = WorldDump.parse(GOOD.replace("\"@\":\"TurnDue\"", "\"@\":\"Runtime\""));

        assertThatThrownBy(() -> world.restore(bad)).isInstanceOf(Invalid.class);

        assertThat(world.digest()).isEqualTo(before);
        assertThat(world.seed()).isEqualTo(9);
    }

    @Test
    void refusesTwoRecordsWithOneId() {
        String document = GOOD.replace("\"name\":\"capy_demo_member\"", "\"name\":\"capy_demo\"");

        Invalid refusal = catchThrowableOfType(Invalid.class, () -> restore(document));

        assertThat(refusal).hasMessageContaining("two records have the id capy_demo");
    }

    private static List<String> restore(String document) {
        return CapyWorld.builder()
                .restore(WorldDump.parse(document))
                .build()
                .dump()
                .missing();
    }
}
