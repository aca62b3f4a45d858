package dev.capy.server.cli;

import dev.capy.server.CapyServer;
import dev.capy.server.CapyServerBuilder;
import dev.capy.server.worlds.WorldOptions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of everything there may be. */
final class LimitOptions {

    @Option(
            names = "--max-worlds",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many worlds there may be at once.")
    private int worlds;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "1048576",
            description = "How large the body of a request to the APIs may be.")
    private int body;

    @Option(
            names = "--idle-ttl",
            paramLabel = "DURATION",
            converter = IsoDurationConverter.class,
            description =
                    "How long a world that is opened over the control plane may lie idle before it is closed, such"
                            + " as PT30M, unless it says so itself; for ever unless this is given.")
    private @Nullable Duration idleTimeToLive;

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
