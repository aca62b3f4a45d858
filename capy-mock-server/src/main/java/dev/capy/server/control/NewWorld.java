package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.script.Script;
import dev.capy.server.fixture.FixtureJson;
import dev.capy.server.fixture.ScriptsJson;
import dev.capy.server.fixture.WorldFile;
import dev.capy.server.wire.Refusals;
import dev.capy.server.worlds.WorldOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A world that a body describes.
 *
 * @param world the world, new
 * @param options how it is to be served
 * @param missing the secrets that the state which it goes on from did not have
 */
record NewWorld(CapyWorld world, WorldOptions options, List<String> missing) {

    private static final List<String> NOT_WITH_A_STATE = List.of("seed", "clock", "speed", "fixture", "fixtureYaml");

    /**
     * @param usual the server's own options, for what the body leaves open
     * @param seal what opens the secrets of a state
     * @param mostRecords how many records the world may hold
     * @param store where the world's commits are kept, from what it begins with
     * @throws Invalid when anything that the body says of the world cannot be
     */
    static NewWorld read(JsonNode body, WorldOptions usual, Seal seal, long mostRecords, StoreOfNew store) {
        CapyWorld.Builder builder = CapyWorld.builder().mostRecords(mostRecords);
        NewWorld made =
                body.has("state") ? goingOn(builder, body, usual, seal, store) : beginning(builder, body, usual, store);
        addScripts(made.world(), body);
        return made;
    }

    /** Makes the store of a new world. */
    interface StoreOfNew {

        Store of(long seed, Instant start, ClockMode clock, WorldSettings settings);
    }

    private static NewWorld goingOn(
            CapyWorld.Builder builder, JsonNode body, WorldOptions usual, Seal seal, StoreOfNew store) {
        NOT_WITH_A_STATE.stream().filter(body::has).findFirst().ifPresent(field -> {
            throw Refusals.ofBody("$." + field, "must be left out where there is a state");
        });
        WorldOptions options = options(body, usual, Optional.empty());
        try {
            WorldDump state = WorldDump.parse(body.get("state").toString());
            CapyWorld world = builder.restore(state, seal)
                    .store(store.of(0, CapyClock.EPOCH, ClockMode.MANUAL, WorldSettings.DEFAULT))
                    .build();
            return new NewWorld(world, options, state.missing());
        } catch (Invalid e) {
            throw Refusals.ofPart("$.state", e);
        }
    }

    private static NewWorld beginning(CapyWorld.Builder builder, JsonNode body, WorldOptions usual, StoreOfNew store) {
        ClockMode clock = clock(body);
        WorldFile file = file(body);
        WorldOptions options = options(body, usual, file.edition());
        long seed = seed(body);
        Instant start = clock == ClockMode.REALTIME ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : CapyClock.EPOCH;
        CapyWorld world = builder.seed(seed)
                .clock(clock)
                .startingAt(start)
                .fixture(file.fixture())
                .store(store.of(seed, start, clock, file.fixture().settings()))
                .build();
        return new NewWorld(world, options, List.of());
    }

    private static long seed(JsonNode body) {
        JsonNode seed = body.path("seed");
        if (!seed.isMissingNode() && !seed.canConvertToLong()) {
            throw Refusals.ofBody("$.seed", "must be a whole number of 64 bits");
        }
        return seed.asLong(0);
    }

    private static ClockMode clock(JsonNode body) {
        ClockMode clock = ClockWord.mode(body.path("clock").asText(ClockWord.of(ClockMode.ON_POLL)));
        if (body.has("speed") && clock != ClockMode.REALTIME) {
            throw Refusals.ofBody("$.speed", "goes with the clock realtime alone");
        }
        return clock;
    }

    private static WorldFile file(JsonNode body) {
        if (body.has("fixture") && body.has("fixtureYaml")) {
            throw Refusals.ofBody("$.fixtureYaml", "must be left out where there is a fixture");
        } else if (body.has("fixture")) {
            return FixtureJson.read("fixture", body.get("fixture"));
        } else if (body.has("fixtureYaml")) {
            return FixtureJson.readYaml("fixtureYaml", body.get("fixtureYaml").textValue());
        }
        return new WorldFile(Fixture.demo(), Optional.empty(), List.of());
    }

    private static WorldOptions options(JsonNode body, WorldOptions usual, Optional<String> editionOfFixture) {
        return usual.edition(body.path("edition").asText(editionOfFixture.orElse(usual.edition())))
                .strict(body.path("strict").asBoolean(usual.strict()))
                .speed(speed(body, usual))
                .timeToLive(body.has("timeToLive") ? timeToLive(body) : usual.timeToLive());
    }

    private static double speed(JsonNode body, WorldOptions usual) {
        return body.has("speed") ? ClockWord.speed(body) : usual.speed();
    }

    private static Duration timeToLive(JsonNode body) {
        Duration timeToLive = IsoDuration.read(body, "timeToLive");
        if (timeToLive.isNegative() || timeToLive.isZero() || timeToLive.compareTo(WorldOptions.LONGEST) > 0) {
            throw Refusals.ofBody("$.timeToLive", "must be above PT0S and at most " + WorldOptions.LONGEST);
        }
        return timeToLive;
    }

    private static void addScripts(CapyWorld world, JsonNode body) {
        if (body.has("scripts")) {
            List<Script> scripts = ScriptsJson.read(body.get("scripts"));
            world.write(tx -> {
                ScriptControl.add(tx, world, scripts);
                return true;
            });
        }
    }
}
