package dev.capy.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Where an extension is registered for all tests of a class. */
final class StaticField {

    private StaticField() {}

    /** Whether a test class holds an extension in a static field, or one that it extends, or one around it. */
    static boolean holds(CapyExtension extension, Class<?> testClass) {
        for (Class<?> outer = testClass; outer != null; outer = outer.getEnclosingClass()) {
            for (Class<?> type = outer; type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && holds(field, extension)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean holds(Field field, CapyExtension extension) {
        try {
            if (field.getType() != CapyExtension.class) {
                return false;
            }
            field.setAccessible(true);
            return field.get(null) == extension;
        } catch (IllegalAccessException e) {
            return false;
        }
    }
}
