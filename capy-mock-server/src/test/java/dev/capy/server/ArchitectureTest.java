package dev.capy.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import org.junit.jupiter.api.Test;

/** The way a request takes through the packages: top to bottom, no way back up. */
class ArchitectureTest {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.capy.server");

    @Test
    void nothingKnowsTheCommandLineOrTheServerAboveIt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.capy.server.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.capy.server.cli")
                .check(SERVER);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.capy.server", "dev.capy.server.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.capy.server")
                .check(SERVER);
    }

    @Test
    void theContractKnowsNeitherHttpNorWhoAnswers() {
        mayNotUse("contract", "http", "api", "control", "clock", "fixture", "worlds")
                .check(SERVER);
    }

    @Test
    void eventsKnowOnlyWorldsAndStreams() {
        mayNotUse("events", "api", "control", "clock", "fixture").check(SERVER);
        mayNotUse("http", "events").check(SERVER);
        mayNotUse("control", "events").check(SERVER);
    }

    @Test
    void backgroundThreadsKnowNothingOfTheirWork() {
        mayNotUse("background", "http", "api", "control", "contract", "clock", "worlds", "fixture", "events")
                .check(SERVER);
    }

    @Test
    void metricsAndTheFormOfTheLogKnowNothingOfTheServer() {
        String[] all = {
            "api",
            "background",
            "capx",
            "cli",
            "clock",
            "contract",
            "control",
            "events",
            "fault",
            "fixture",
            "http",
            "journal",
            "lint",
            "outbound",
            "store",
            "telemetry",
            "verify",
            "wire",
            "worlds"
        };
        mayNotUse("metrics", all).check(SERVER);
        mayNotUse("log", all).check(SERVER);
        mayNotUse("http", "metrics", "telemetry", "log").check(SERVER);
    }

    @Test
    void telemetryWatchesFromOutside() {
        mayNotUse("telemetry", "api", "capx", "control", "clock", "events", "fixture", "fault", "contract")
                .check(SERVER);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.capy.server", "dev.capy.server.cli", "dev.capy.server.telemetry")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.capy.server.telemetry")
                .check(SERVER);
    }

    @Test
    void worldsTheClockAndFixturesKnowNoHttp() {
        mayNotUse("worlds", "events", "http", "api", "control", "clock", "fixture")
                .check(SERVER);
        mayNotUse("clock", "http", "api", "control", "contract", "worlds", "fixture")
                .check(SERVER);
        mayNotUse("fixture", "http", "api", "control", "worlds", "clock").check(SERVER);
    }

    @Test
    void whatIsWrittenAndWhereItIsKeptKnowNoHttp() {
        mayNotUse("wire", "http", "api", "capx", "control", "clock", "fixture", "worlds", "store", "events")
                .check(SERVER);
        mayNotUse("store", "http", "api", "capx", "control", "clock", "fixture", "worlds", "events", "wire", "contract")
                .check(SERVER);
    }

    @Test
    void whatWatchesExchangesStandsAboveThem() {
        mayNotUse("http", "journal", "verify", "fault", "lint").check(SERVER);
        mayNotUse("journal", "verify", "fault", "lint", "api", "control").check(SERVER);
        mayNotUse("verify", "fault", "lint", "api", "control").check(SERVER);
        mayNotUse("fault", "lint", "api", "control").check(SERVER);
        mayNotUse("lint", "fault", "api", "control").check(SERVER);
    }

    @Test
    void whoAnswersKnowsOnlyTheCallOfHttp() {
        mayNotUse("http", "api", "capx", "control", "clock", "fixture").check(SERVER);
        mayNotUse("api", "capx", "control", "clock", "fixture").check(SERVER);
        mayNotUse("control", "api", "capx").check(SERVER);
        mayNotUse("capx", "api", "control", "clock", "fixture", "journal", "fault", "verify", "lint")
                .check(SERVER);
        mayNotUse("outbound", "api", "capx", "control", "http", "worlds", "contract", "events")
                .check(SERVER);
        mayNotUse("events", "api", "capx", "control", "clock", "fixture").check(SERVER);
        noClasses()
                .that()
                .resideInAPackage("dev.capy.server.control")
                .should()
                .dependOnClassesThat(HasName.Predicates.nameMatching(
                        "dev\\.capy\\.server\\.fixture\\.(?!(ScriptsJson|FixtureJson|WorldFile)$).*"))
                .check(SERVER);
        noClasses()
                .that()
                .resideInAPackage("dev.capy.server.api")
                .should()
                .dependOnClassesThat(HasName.Predicates.nameMatching(
                        "dev\\.capy\\.server\\.http\\.(?!(Call|OperationHandler|WebhookHandler|WebhookRequest)$).*"))
                .check(SERVER);
    }

    @Test
    void eachLibraryHasItsPlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.capy.server.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(SERVER);
        noClasses()
                .that()
                .doNotHaveSimpleName("ControlPlane")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty.ee10..", "jakarta.servlet..")
                .check(SERVER);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.capy.server.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(SERVER);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.capy.server.contract")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.networknt..")
                .check(SERVER);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.capy.server.metrics.prometheus")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(SERVER);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.capy.server.(*)..").should().beFreeOfCycles().check(SERVER);
    }

    private static ClassesShouldConjunction mayNotUse(String from, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = "dev.capy.server." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("dev.capy.server." + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
