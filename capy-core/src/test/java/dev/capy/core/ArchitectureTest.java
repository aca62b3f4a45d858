package dev.capy.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** The plan of the house holds: floors, internal packages, no cycles, no framework. */
class ArchitectureTest {

    /** All but the internal ones: such a package and its parent may know each other. */
    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return parentOfInternal(name).equals(name) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    @Test
    void importsOnlyPointDown() {
        classes().should(Floors.importOnlyDownwards()).allowEmptyShould(true).check(CoreClasses.ALL);
    }

    @Test
    void floorsAreWhatThePlanSays() {
        assertThat(Floors.mayImport("files", "kernel")).isTrue();
        assertThat(Floors.mayImport("kernel", "files")).isFalse();
        assertThat(Floors.mayImport("shell", "source")).isFalse();
        assertThat(Floors.mayImport("project", "account")).isTrue();
        assertThat(Floors.mayImport("account", "project")).isFalse();
        assertThat(Floors.mayImport("vm", "source")).isFalse();
        assertThat(Floors.mayImport("warmpool", "provisioning")).isTrue();
        assertThat(Floors.mayImport("warmpool", "snapshot")).isFalse();
        assertThat(Floors.mayImport("thread", "vm")).isTrue();
        assertThat(Floors.mayImport("thread", "automation")).isFalse();
        assertThat(Floors.mayImport("capx", "script")).isTrue();
        assertThat(Floors.mayImport("capx", "account")).isFalse();
        assertThat(Floors.mayImport("usage", "capx")).isFalse();
        assertThat(Floors.mayImport("", "capx")).isTrue();
        assertThat(Floors.mayImport("kernel", "")).isFalse();
    }

    @Test
    void packagesFormNoCycles() {
        slices().assignedFrom(PACKAGES)
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CoreClasses.ALL);
    }

    @Test
    void internalPackagesServeTheirParentAlone() {
        classes()
                .should(new ArchCondition<>("use the internal packages of their own package tree alone") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(ArchitectureTest::reachesIntoAnother)
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .allowEmptyShould(true)
                .check(CoreClasses.ALL);
    }

    private static boolean reachesIntoAnother(Dependency dependency) {
        String from = dependency.getOriginClass().getPackageName();
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        String parent = parentOfInternal(to);
        return to.startsWith(Floors.ROOT) && !parent.equals(to) && !(from + ".").startsWith(parent + ".");
    }

    private static String parentOfInternal(String name) {
        return name.replaceFirst("\\.internal(\\..*)?$", "");
    }

    @Test
    void noFrameworkIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.fasterxml..",
                        "tools.jackson..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "io.javalin..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..")
                .because("the domain works with no server, no SQL and no JSON")
                .allowEmptyShould(true)
                .check(CoreClasses.ALL);
    }
}
