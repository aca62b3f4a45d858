package dev.capy.junit;

import dev.capy.server.CapyServer;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.platform.commons.support.AnnotationSupport;

/** Whether a test class asks for a {@code CapyServer} in some place: for itself, in a class around it or in it. */
final class ServerWish {

    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return around(type) || within(type);
        }
    };

    private ServerWish() {}

    static boolean isIn(Class<?> testClass) {
        return KNOWN.get(testClass);
    }

    private static boolean around(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer != null && (inLine(outer) || around(outer));
    }

    private static boolean within(Class<?> type) {
        return inLine(type) || Arrays.stream(type.getDeclaredClasses()).anyMatch(ServerWish::within);
    }

    /** In a class, or in one that it extends. */
    private static boolean inLine(Class<?> testClass) {
        for (Class<?> type = testClass; type != null && type != Object.class; type = type.getSuperclass()) {
            if (Arrays.stream(type.getDeclaredMethods()).anyMatch(ServerWish::takesOne)
                    || Arrays.stream(type.getDeclaredFields()).anyMatch(ServerWish::isOne)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesOne(Method method) {
        return !method.isSynthetic()
                && Arrays.asList(method.getParameterTypes()).contains(CapyServer.class);
    }

    private static boolean isOne(Field field) {
        return field.getType() == CapyServer.class && AnnotationSupport.isAnnotated(field, Capy.class);
    }
}
