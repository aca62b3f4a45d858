package dev.capy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whoever puts the published jar on a class path gets nothing else with it. */
@Tag("packaged")
class PackagedExtensionTest {

    private static final File JAR = new File(System.getProperty("packaged.jar"));
    private static final long MOST_BYTES = 20_000_000;
    private static final String SERVICES = "META-INF/services/";

    @Test
    void holdsNoClassOrResourceOfSomebodyElse() {
        assertThat(entries())
                .filteredOn(name -> !name.startsWith("dev/capy/"))
                .allMatch(name -> name.matches("META-INF/(MANIFEST\\.MF|NOTICE|([A-Za-z-]+-)?LICENSE(\\.txt)?)")
                        || name.startsWith(SERVICES + "dev.capy.shaded."));
    }

    @Test
    void registersOnlyServicesThatItHolds() {
        List<String> entries = entries();

        assertThat(entries.stream()
                        .filter(name -> name.startsWith(SERVICES))
                        .flatMap(name -> text(name).lines())
                        .map(provider -> provider.replace('.', '/') + ".class"))
                .isNotEmpty()
                .isSubsetOf(entries);
    }

    @Test
    void holdsBothModulesAndTheirDocuments() {
        assertThat(entries())
                .contains(
                        "dev/capy/junit/CapyTest.class",
                        "dev/capy/core/CapyWorld.class",
                        "dev/capy/server/CapyServer.class",
                        "dev/capy/server/openapi/capy-2026-06.yaml",
                        "dev/capy/server/openapi/control.yaml",
                        "dev/capy/shaded/simplelogger.properties",
                        "dev/capy/shaded/jsv-messages.properties",
                        "dev/capy/shaded/org/eclipse/jetty/http/mime.properties",
                        "dev/capy/shaded/kotlin/kotlin.kotlin_builtins");
    }

    @Test
    void leavesOutWhatATestNeverNeeds() {
        assertThat(entries())
                .noneMatch(name -> name.startsWith("dev/capy/server/cli/"))
                .noneMatch(name -> name.matches(
                        ".*(picocli|org/h2|org/jdbi|zaxxer|org/postgresql|micrometer|io/prometheus|jetty/proxy).*"));
    }

    @Test
    void isNotLarge() {
        assertThat(JAR).isFile();
        assertThat(JAR.length()).isLessThan(MOST_BYTES);
    }

    @Test
    void bringsNoDependencies() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new File(System.getProperty("packaged.pom")));

        assertThat(pom.getElementsByTagName("parent").getLength()).isZero();
        assertThat(elements(pom, "dependency")
                        .map(dependency -> child(dependency, "artifactId") + " " + child(dependency, "scope")))
                .containsExactlyInAnyOrder("junit-jupiter-api provided", "assertj-core provided");
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1).map(i -> (Element) found.item(i));
    }

    private static String child(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<String> entries() {
        try (JarFile jar = new JarFile(JAR)) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String entry) {
        try (JarFile jar = new JarFile(JAR);
                InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
