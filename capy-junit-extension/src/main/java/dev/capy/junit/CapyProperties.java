package dev.capy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Has the world of a test stand in system properties while it runs: {@code capy.base-url}, where the Capy API is, and
 * {@code capy.token}, the first bearer token. Afterwards they are what they were before.
 *
 * <p>A process has its system properties only once: tests that are marked so, or that lie in a class that is, do not run
 * beside each other, nor beside others that lock {@link Resources#SYSTEM_PROPERTIES}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ResourceLock(Resources.SYSTEM_PROPERTIES)
public @interface CapyProperties {}
