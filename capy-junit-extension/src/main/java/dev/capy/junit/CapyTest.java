package dev.capy.junit;

import dev.capy.core.kernel.ClockMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test of a class a world of its own. Parameters of the types {@code ServedWorld}, {@code CapyServer},
 * {@code CapyWorld} and {@code CapyClock} are filled in; further ones, and fields, with {@link Capy} and
 * {@link CapyToken}.
 *
 * <pre>{@code
 * @CapyTest
 * class LoginBotTest {
 *
 *     @Test
 *     void opensAThread(ServedWorld capy) {
 *         String id = new LoginBot(capy.baseUri(), capy.token()).start();
 *         capy.world().clock().runUntilIdle();
 *         CapyAssertions.assertThat(capy.world()).thread(id).isReady();
 *     }
 * }
 * }</pre>
 *
 * <p>All worlds are served by one listener, and a world is known by its bearer tokens, which nobody can guess. A class with
 * a {@code CapyServer} among its fields or parameters has a server for each test instead, with no other world.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(CapyExtension.class)
public @interface CapyTest {

    /** What the ids and the randomness of each world are drawn from. */
    long seed() default 42;

    /** Which generation of the API the server speaks; the default one when empty. */
    String edition() default "";

    /** What makes time move; each GET of the API unless said otherwise. */
    ClockMode clock() default ClockMode.ON_POLL;

    /** A fixture file on the class path, in YAML; the default world when empty. */
    String fixture() default "";

    /** Whether an answer that breaks its own document becomes a 500. */
    boolean strict() default true;

    /**
     * Whether each world has a server of its own, whose tokens are their names. Where a class has a {@code CapyServer} among
     * its fields or parameters, it is so in any case.
     */
    boolean ownServer() default false;

    /** Whether worlds and requests that a test leaves behind are a failure. */
    boolean leakCheck() default true;
}
