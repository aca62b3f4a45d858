package dev.capy.core;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.BaseStream;

/** What would bring the time, the chance and the threads of the machine into a world. */
final class Outside {

    /** By owner or its subclasses; a trailing star stands for any ending. */
    private static final Map<Class<?>, Set<String>> CALLS = Map.of(
            Math.class, Set.of("random"),
            System.class, Set.of("currentTimeMillis", "nanoTime"),
            Thread.class, Set.of("<init>", "start*", "sleep", "of*"),
            TimeUnit.class, Set.of("sleep"),
            UUID.class, Set.of("randomUUID"),
            Clock.class, Set.of("system*", "tick*"),
            Calendar.class, Set.of("getInstance", "<init>"),
            Iterable.class, Set.of("parallelStream"),
            BaseStream.class, Set.of("parallel"));

    private Outside() {}

    static DescribedPredicate<JavaAccess<?>> access() {
        return DescribedPredicate.describe(
                "asks the machine for time, chance or a thread", access -> isOutside(access.getTarget()));
    }

    private static boolean isOutside(AccessTarget target) {
        return CALLS.entrySet().stream()
                        .anyMatch(call -> target.getOwner().isAssignableTo(call.getKey())
                                && call.getValue().stream().anyMatch(name -> matches(name, target.getName())))
                || (target instanceof CodeUnitAccessTarget called && readsTheWallClock(called));
    }

    /** {@code Instant.now()} and its kind, unless they are given a clock; {@code new Date()}. */
    private static boolean readsTheWallClock(CodeUnitAccessTarget called) {
        JavaClass owner = called.getOwner();
        boolean now = owner.getPackageName().startsWith("java.time")
                && called.getName().equals("now")
                && called.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean date = owner.isEquivalentTo(Date.class)
                && called.getName().equals("<init>")
                && called.getRawParameterTypes().isEmpty();
        return now || date;
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
