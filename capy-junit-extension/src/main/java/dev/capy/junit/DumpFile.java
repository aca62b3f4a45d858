package dev.capy.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the world of a failed test is kept. */
final class DumpFile {

    private DumpFile() {}

    /** Writes a world down, and says where, and how to have it again. */
    static List<String> write(Session session, ExtensionContext context) {
        Path file = session.run()
                .settings()
                .dumps()
                .resolve(name(context))
                .toAbsolutePath()
                .normalize();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, session.world().dump().json());
        } catch (IOException e) {
            return List.of("  no dump, for it cannot be written: " + e);
        }
        return List.of(
                "  dump, without its secrets: " + file,
                "  to go on from there:",
                "    CapyWorld.builder().restore(WorldDump.parse(Files.readString(Path.of(\"" + quoted(file)
                        + "\")))).build()");
    }

    /** The same in every run, and another for each test. */
    private static String name(ExtensionContext context) {
        return test(context) + "-" + String.format("%08x", context.getUniqueId().hashCode()) + ".json";
    }

    /** A dynamic test has the name of the method that made it. */
    private static String test(ExtensionContext context) {
        if (context.getTestClass().isEmpty()) {
            return context.getParent().map(DumpFile::test).orElse("test");
        }
        Class<?> testClass = context.getRequiredTestClass();
        String simple = testClass.getName().substring(testClass.getName().lastIndexOf('.') + 1);
        return context.getTestMethod()
                .map(method -> simple + "." + method.getName())
                .orElse(simple)
                .replace('$', '.');
    }

    private static String quoted(Path file) {
        return file.toString().replace("\\", "\\\\");
    }
}
