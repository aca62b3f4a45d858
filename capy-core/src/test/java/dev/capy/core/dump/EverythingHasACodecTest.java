package dev.capy.core.dump;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.codec.Codecs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What a world keeps must be made of what can be written: said when the codec is made, not when somebody needs a dump. */
class EverythingHasACodecTest {

    record Plain(String id, List<Long> numbers, SortedMap<String, Inner> inner) {}

    record Inner(int number, List<Plain> around) {}

    record WithASet(String id, Set<String> names) {}

    record WithAnObject(String id, Object anything) {}

    record Alarm(WithASet about) implements Timer {
        @Override
        public String describe() {
            return "alarm";
        }
    }

    record Rang(Thread who) implements Event {}

    @Test
    void acceptsRecordsListsMapsAndValues() {
        Registry registry = new Registry().tables(Table.of("plain", Plain.class, Plain::id));

        assertThatCode(() -> new DumpCodec(registry)).doesNotThrowAnyException();
    }

    @Test
    void acceptsEveryEventThatAWorldTells() {
        Codecs codecs = new Codecs(new Registry(), Map.of());

        assertThatCode(() -> new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("dev.capy.core")
                                .stream()
                                .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                                .forEach(event -> codecs.of(event.reflect())))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesATableOfRecordsWithASet() {
        Registry registry = new Registry().tables(Table.of("sets", WithASet.class, WithASet::id));

        assertThatThrownBy(() -> new DumpCodec(registry)).hasMessage("nothing says how to write a java.util.Set");
    }

    @Test
    void refusesATableOfRecordsWithAnything() {
        Registry registry = new Registry().tables(Table.of("any", WithAnObject.class, WithAnObject::id));

        assertThatThrownBy(() -> new DumpCodec(registry)).hasMessage("nothing says how to write a java.lang.Object");
    }

    @Test
    void refusesATimerWithASet() {
        Registry registry = new Registry().on(Alarm.class, (tx, alarm) -> {});

        assertThatThrownBy(() -> new DumpCodec(registry)).hasMessage("nothing says how to write a java.util.Set");
    }

    @Test
    void refusesAnEventWithAThread() {
        Registry registry = new Registry().subscribe(Rang.class, (tx, rang) -> {});

        assertThatThrownBy(() -> new DumpCodec(registry)).hasMessage("nothing says how to write a java.lang.Thread");
    }
}
