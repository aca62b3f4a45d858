package dev.capy.junit;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A world that stands in the system properties; there is at most one. */
final class Publication {

    private static final String BASE_URL = "capy.base-url";
    private static final String TOKEN = "capy.token";
    private static final AtomicReference<@Nullable Publication> CURRENT = new AtomicReference<>();

    private final @Nullable String baseUrlBefore = System.getProperty(BASE_URL);
    private final @Nullable String tokenBefore = System.getProperty(TOKEN);

    private Publication() {}

    /** Whether a test says so, or its class, or one around it. */
    static boolean isWanted(ExtensionContext context) {
        if (context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, CapyProperties.class))
                .isPresent()) {
            return true;
        }
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            if (AnnotationSupport.isAnnotated(type, CapyProperties.class)) {
                return true;
            }
        }
        return false;
    }

    static Publication of(Session session) {
        Map<String, String> values = Map.of(BASE_URL, session.baseUri().toString(), TOKEN, session.token(""));
        Publication publication = new Publication();
        if (!CURRENT.compareAndSet(null, publication)) {
            throw new ExtensionConfigurationException("The system properties show another world already:"
                    + " @CapyProperties is for tests with one world, and for one test at a time");
        }
        values.forEach(System::setProperty);
        return publication;
    }

    /** Puts back what was there before. */
    void end() {
        putBack(BASE_URL, baseUrlBefore);
        putBack(TOKEN, tokenBefore);
        CURRENT.set(null);
    }

    private static void putBack(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
