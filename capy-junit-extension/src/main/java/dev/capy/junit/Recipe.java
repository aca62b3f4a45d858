package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import dev.capy.server.fixture.FixtureFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What each world is to be.
 *
 * @param seed what its ids and its randomness are drawn from
 * @param edition which generation of the API it speaks
 * @param clock what makes its time move
 * @param fixture what it holds at its start
 * @param strict whether an answer that breaks its own document becomes a 500
 */
record Recipe(long seed, String edition, ClockMode clock, Fixture fixture, boolean strict) {

    static final Recipe DEFAULT = new Recipe(42, CapyServer.EDITIONS.get(0), ClockMode.ON_POLL, Fixture.demo(), true);

    static Recipe of(CapyTest said, Class<?> testClass) {
        return new Recipe(
                said.seed(),
                said.edition().isEmpty() ? DEFAULT.edition : said.edition(),
                said.clock(),
                said.fixture().isEmpty() ? DEFAULT.fixture : read(said.fixture(), testClass),
                said.strict());
    }

    private static Fixture read(String resource, Class<?> testClass) {
        try (InputStream file = testClass.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "There is no resource '" + resource + "' as seen from " + testClass.getName()
                                + ": a name that starts with a slash counts from the root of the class path");
            }
            return FixtureFile.parse(resource, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Recipe withSeed(long other) {
        return new Recipe(other, edition, clock, fixture, strict);
    }

    Recipe withEdition(String other) {
        return new Recipe(seed, other, clock, fixture, strict);
    }

    Recipe withClock(ClockMode other) {
        return new Recipe(seed, edition, other, fixture, strict);
    }

    Recipe withFixture(Fixture other) {
        return new Recipe(seed, edition, clock, other, strict);
    }

    Recipe withStrict(boolean other) {
        return new Recipe(seed, edition, clock, fixture, other);
    }

    CapyWorld world() {
        return CapyWorld.builder().seed(seed).fixture(fixture).clock(clock).build();
    }
}
