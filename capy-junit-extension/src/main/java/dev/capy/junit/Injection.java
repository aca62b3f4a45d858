package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.CapyClock;
import dev.capy.server.CapyServer;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** What fields and parameters can be filled in with. */
final class Injection {

    private static final Map<Class<?>, Function<Session, Object>> VALUES = Map.of(
            CapyServer.class, Session::server,
            CapyWorld.class, Session::world,
            CapyClock.class, session -> session.world().clock(),
            Clock.class, session -> session.world().clock().asJavaClock(),
            URI.class, Session::baseUri);

    /** Nobody else fills these in, so that they need no annotation. */
    private static final Set<Class<?>> OURS = Set.of(CapyServer.class, CapyWorld.class, CapyClock.class);

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
    static void fill(Session session, List<Object> instances) {
        for (Object instance : instances) {
            for (Class<?> type = instance.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (isAnnotated(field)) {
                        set(session, instance, field);
                    }
                }
            }
        }
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
