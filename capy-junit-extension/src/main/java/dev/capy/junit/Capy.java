package dev.capy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field or a parameter to be filled in for each test: with the {@code ServedWorld}, the {@code CapyServer}, the {@code CapyWorld}, its
 * {@code CapyClock} or a {@link java.time.Clock} that shows the same time, or the {@link java.net.URI} of the Capy API.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Capy {}
