package dev.capy.junit;

import dev.capy.server.CapyServer;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.platform.commons.support.AnnotationSupport;

/** Whether a test class asks for a {@code CapyServer} among its fields and parameters. */
final class ServerWish {

    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods()).anyMatch(ServerWish::takesOne)
                    || Arrays.stream(type.getDeclaredFields()).anyMatch(ServerWish::isOne);
        }
    };

    private ServerWish() {}

    /** For the tests of a class: by itself, by a class that it extends, or by one around it. */
    static boolean isFor(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getSuperclass()) {
            if (KNOWN.get(type)) {
                return true;
            }
        }
        return testClass.getEnclosingClass() != null && isFor(testClass.getEnclosingClass());
    }

    /** For the tests of a class, or of any class in it. */
    static boolean isForAny(Class<?> testClass) {
        return isFor(testClass) || Arrays.stream(testClass.getDeclaredClasses()).anyMatch(ServerWish::isForAny);
    }

    private static boolean takesOne(Method method) {
        return !method.isSynthetic()
                && Arrays.asList(method.getParameterTypes()).contains(CapyServer.class);
    }

    private static boolean isOne(Field field) {
        return field.getType() == CapyServer.class && AnnotationSupport.isAnnotated(field, Capy.class);
    }
}
