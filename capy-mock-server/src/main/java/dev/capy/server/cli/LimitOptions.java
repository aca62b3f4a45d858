package dev.capy.server.cli;

import dev.capy.server.CapyServer;
import dev.capy.server.CapyServerBuilder;
import dev.capy.server.worlds.WorldOptions;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of everything there may be. */
final class LimitOptions {

    private int worlds;
    private int body;
    private @Nullable Duration idleTimeToLive;

    List<Setting<?>> settings() {
        return List.of(
                Setting.of("--max-worlds", Form.INTEGER, "N", "How many worlds there may be at once.", n -> worlds = n)
                        .preset("10000"),
                Setting.of(
                                "--max-body",
                                Form.INTEGER,
                                "BYTES",
                                "How large the body of a request to the APIs may be.",
                                bytes -> body = bytes)
                        .preset("1048576"),
                Setting.of(
                        "--idle-ttl",
                        Form.explained(Duration.class, LimitOptions::duration),
                        "DURATION",
                        "How long a world that is opened over the control plane may lie idle before it is closed, such"
                                + " as PT30M, unless it says so itself; for ever unless this is given.",
                        duration -> idleTimeToLive = duration));
    }

    private static Duration duration(String word) {
        try {
            return Duration.parse(word);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO 8601 duration such as PT30M, was " + word, e);
        }
    }

    /** What is wrong with them; empty when nothing is. */
    Optional<String> refusal() {
        if (worlds < 1) {
            return Optional.of("--max-worlds must be above 0, was " + worlds);
        } else if (body < 1 || body > CapyServer.LARGEST_BODY) {
            return Optional.of("--max-body must be from 1 to " + CapyServer.LARGEST_BODY + ", was " + body);
        } else if (idleTimeToLive != null
                && (idleTimeToLive.isNegative()
                        || idleTimeToLive.isZero()
                        || idleTimeToLive.compareTo(WorldOptions.LONGEST) > 0)) {
            return Optional.of(
                    "--idle-ttl must be above PT0S and at most " + WorldOptions.LONGEST + ", was " + idleTimeToLive);
        }
        return Optional.empty();
    }

    void limit(CapyServerBuilder builder) {
        builder.mostWorlds(worlds).largestBody(body);
        if (idleTimeToLive != null) {
            builder.idleTimeToLive(idleTimeToLive);
        }
    }
}
