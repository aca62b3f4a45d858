package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.CapyClock;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** What fields and parameters can be filled in with. */
final class Injection {

    private static final Map<Class<?>, Function<Session, Object>> VALUES = Map.of(
            ServedWorld.class, Session::serve,
            CapyServer.class, Session::server,
            CapyWorld.class, Session::world,
            CapyClock.class, session -> session.world().clock(),
            Clock.class, session -> session.world().clock().asJavaClock(),
            URI.class, Session::baseUri);

    /** Nobody else fills these in, so that they need no annotation. */
    private static final Set<Class<?>> OURS =
            Set.of(ServedWorld.class, CapyServer.class, CapyWorld.class, CapyClock.class);

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return ReflectionSupport.findFields(type, Injection::isAnnotated, HierarchyTraversalMode.TOP_DOWN);
        }
    };

    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    private Injection() {}

    static boolean supports(Class<?> type, AnnotatedElement element) {
        return OURS.contains(type) || isAnnotated(element);
    }

    private static boolean isAnnotated(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, Capy.class)
                || AnnotationSupport.isAnnotated(element, CapyToken.class);
    }

    static Object value(Session session, Class<?> type, AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, CapyToken.class)
                .map(token -> token(session, type, element, token))
                .orElseGet(() -> known(type, element).apply(session));
    }

    private static Object token(Session session, Class<?> type, AnnotatedElement element, CapyToken token) {
        if (type != String.class) {
            throw new ExtensionConfigurationException(element + " is marked @CapyToken and must be a String");
        }
        return session.token(token.value());
    }

    private static Function<Session, Object> known(Class<?> type, AnnotatedElement element) {
        Function<Session, Object> value = VALUES.get(type);
        if (value == null) {
            List<String> names =
                    VALUES.keySet().stream().map(Class::getSimpleName).sorted().toList();
            throw new ExtensionConfigurationException(element + " is marked @Capy and must be one of " + names);
        }
        return value;
    }

    /** Fills in the annotated fields of a test's instances. */
    static void fill(Session session, ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            List<Field> fields = FIELDS.get(instance.getClass());
            if (!fields.isEmpty()) {
                requireOneTestAtATime(instance, context);
                fields.forEach(field -> set(session, instance, field));
            }
        }
    }

    /** An instance that several tests use at once cannot hold the world of each. */
    private static void requireOneTestAtATime(Object instance, ExtensionContext context) {
        for (ExtensionContext at = context;
                at != context.getRoot();
                at = at.getParent().orElseThrow()) {
            if (at.getTestInstance().filter(there -> there == instance).isPresent()
                    && at.getTestInstanceLifecycle()
                            .filter(Lifecycle.PER_CLASS::equals)
                            .isPresent()
                    && isConcurrent(context)) {
                throw new ExtensionConfigurationException(instance.getClass().getName()
                        + " has one instance for tests that may run at the same time: take their worlds as parameters,"
                        + " not in fields");
            }
        }
    }

    private static boolean isConcurrent(ExtensionContext context) {
        return context.getExecutionMode() == ExecutionMode.CONCURRENT
                && context.getConfigurationParameter(PARALLEL)
                        .filter("true"::equals)
                        .isPresent();
    }

    private static void set(Session session, Object instance, Field field) {
        if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
            throw new ExtensionConfigurationException(
                    field + " must be neither static nor final: each test has a world of its own");
        }
        try {
            field.setAccessible(true);
            field.set(instance, value(session, field.getType(), field));
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException(field + " cannot be filled in", e);
        }
    }
}
