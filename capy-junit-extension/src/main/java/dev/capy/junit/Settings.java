package dev.capy.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the configuration parameters say, for example those in {@code junit-platform.properties}.
 *
 * @param seed {@code capy.seed}: the seed of every world, whatever tests say
 * @param dumps {@code capy.dump-dir}: where the worlds of failed tests are written to
 * @param leakCheck {@code capy.leak-check}: whether what tests leave behind is a failure
 */
record Settings(Optional<Long> seed, Path dumps, boolean leakCheck) {

    private static final String SEED = "capy.seed";
    private static final String DUMP_DIR = "capy.dump-dir";
    private static final String LEAK_CHECK = "capy.leak-check";

    static Settings of(ExtensionContext context) {
        return new Settings(
                context.getConfigurationParameter(SEED).map(Settings::seed),
                context.getConfigurationParameter(DUMP_DIR).map(Path::of).orElseGet(Settings::usualDumps),
                context.getConfigurationParameter(LEAK_CHECK)
                        .map(Settings::leakCheck)
                        .orElse(true));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(SEED + " must be a whole number, was '" + text + "'");
        }
    }

    private static boolean leakCheck(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ExtensionConfigurationException(LEAK_CHECK + " must be true or false, was '" + text + "'");
        };
    }

    /** Below what Maven or Gradle build, or else where temporary files go. */
    private static Path usualDumps() {
        for (String built : new String[] {"target", "build"}) {
            if (Files.isDirectory(Path.of(built))) {
                return Path.of(built, "capy");
            }
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "capy");
    }
}
