package dev.capy.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.server.contract.Edition;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventKindsTest {

    @Test
    void areAllThatTheCoreHas() {
        List<String> events = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.capy.core").stream()
                        .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .toList();

        assertThat(EventKinds.CLASSES).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void haveNamesOfTheirOwnAndLeaveTheTimesNameAlone() {
        assertThat(EventKinds.CLASSES).extracting(EventKinds::name).doesNotHaveDuplicates();
        assertThat(EventKinds.CLASSES)
                .flatExtracting(kind -> Stream.of(kind.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList())
                .doesNotContain("at");
    }

    @Test
    void areNamedInTheDocument() {
        String description = Edition.load("control")
                .document()
                .at("/paths/~1events/get/description")
                .asText();

        assertThat(EventKinds.CLASSES)
                .allSatisfy(kind -> assertThat(description).contains("`" + EventKinds.name(kind) + "`"));
    }

    @Test
    void areReadFromAList() {
        assertThat(EventKinds.read("VmLost, TaskEnded,VmLost").names())
                .containsExactlyInAnyOrder("TaskEnded", "VmLost");
    }

    @Test
    void areRefusedWithTheNearestName() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> EventKinds.read("TaskEndet,VmLost,"))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .hasSize(2)
                        .first()
                        .asString()
                        .contains("$.kinds", "was 'TaskEndet' (did you mean 'TaskEnded'?)"));
    }
}
