package dev.capy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field or a parameter of type {@link String} to be filled in for each test with a bearer token of its world. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface CapyToken {

    /** The name of the token in the fixture, for example {@code capy_demo_member}; the first one when empty. */
    String value() default "";
}
