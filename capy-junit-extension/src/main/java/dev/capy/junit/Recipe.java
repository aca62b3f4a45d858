package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.fixture.FixtureFile;
import dev.capy.server.fixture.WorldFile;
import dev.capy.server.worlds.WorldOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What each world is to be.
 *
 * @param seed what its ids and its randomness are drawn from
 * @param clock what makes its time move
 * @param fixture what it holds at its start
 * @param options how it is served
 * @param ownServer whether it is served by a server of its own in any case
 * @param leakCheck whether what a test leaves behind is a failure
 */
record Recipe(long seed, ClockMode clock, Fixture fixture, WorldOptions options, boolean ownServer, boolean leakCheck) {

    static final Recipe DEFAULT =
            new Recipe(42, ClockMode.ON_POLL, Fixture.demo(), WorldOptions.DEFAULT.strict(true), false, true);

    /** A nested class is declared by the class around it unless it declares itself. */
    static Recipe declared(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            Class<?> declaring = type;
            var annotation = AnnotationSupport.findAnnotation(type, CapyTest.class);
            if (annotation.isPresent()) {
                return of(annotation.get(), declaring);
            }
        }
        return DEFAULT;
    }

    private static Recipe of(CapyTest said, Class<?> testClass) {
        Recipe recipe = DEFAULT.withSeed(said.seed())
                .withClock(said.clock())
                .withStrict(said.strict())
                .withOwnServer(said.ownServer())
                .withLeakCheck(said.leakCheck());
        if (!said.fixture().isEmpty()) {
            WorldFile file = read(said.fixture(), testClass);
            recipe = recipe.withFixture(file.fixture())
                    .withEdition(file.edition().orElse(recipe.options.edition()));
        }
        return said.edition().isEmpty() ? recipe : recipe.withEdition(said.edition());
    }

    private static WorldFile read(String resource, Class<?> testClass) {
        try (InputStream file = testClass.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "There is no resource '" + resource + "' as seen from " + testClass.getName()
                                + ": a name that starts with a slash counts from the root of the class path");
            }
            return FixtureFile.parseWorld(resource, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Recipe withSeed(long other) {
        return new Recipe(other, clock, fixture, options, ownServer, leakCheck);
    }

    Recipe withEdition(String other) {
        return new Recipe(seed, clock, fixture, options.edition(other), ownServer, leakCheck);
    }

    Recipe withClock(ClockMode other) {
        return new Recipe(seed, other, fixture, options, ownServer, leakCheck);
    }

    Recipe withFixture(Fixture other) {
        return new Recipe(seed, clock, other, options, ownServer, leakCheck);
    }

    Recipe withStrict(boolean other) {
        return new Recipe(seed, clock, fixture, options.strict(other), ownServer, leakCheck);
    }

    Recipe withOwnServer(boolean other) {
        return new Recipe(seed, clock, fixture, options, other, leakCheck);
    }

    Recipe withLeakCheck(boolean other) {
        return new Recipe(seed, clock, fixture, options, ownServer, other);
    }

    CapyWorld world() {
        return CapyWorld.builder().seed(seed).fixture(fixture).clock(clock).build();
    }
}
