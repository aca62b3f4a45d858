package dev.capy.server.cli;

import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be said about how a world is served. */
final class ServeOptions {

    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::", "[::]");

    final Storage storage = new Storage();
    final LimitOptions limits = new LimitOptions();
    final LogOptions log = new LogOptions();

    int port;
    String host = "";
    List<String> allowedHosts = List.of();
    List<String> allowedWebhookHosts = List.of();

    @Nullable
    String edition;

    @Nullable
    ClockMode clock;

    @Nullable
    Double speed;

    long seed;

    @Nullable
    Path fixture;

    Duration lease = Duration.ZERO;

    @Nullable
    URI address;

    boolean keepRequests;
    long mostRecords;
    boolean strict;

    @Nullable
    Path adminTokenFile;

    List<Setting<?>> settings() {
        return Stream.of(
                        addressSettings(),
                        worldSettings(),
                        storage.settings(),
                        sharingSettings(),
                        caution(),
                        limits.settings(),
                        log.settings())
                .<Setting<?>>flatMap(List::stream)
                .toList();
    }

    private List<Setting<?>> addressSettings() {
        return List.of(
                Setting.of("--port", Form.INTEGER, "<port>", "Port to listen on; 0 picks a free one.", n -> port = n)
                        .preset("8080"),
                Setting.of("--host", Form.TEXT, "<host>", "Address to listen on.", name -> host = name)
                        .preset("127.0.0.1"),
                Setting.of(
                        "--allow-host",
                        Form.TEXTS,
                        "NAME",
                        "Name that callers of the control plane may use for this server, besides the loopback ones.",
                        names -> allowedHosts = names),
                Setting.of(
                                "--allow-webhook-host",
                                Form.TEXTS,
                                "NAME",
                                "Host that webhooks of Capx may be on, besides this machine.",
                                names -> allowedWebhookHosts = names)
                        .alias("--allow-webhook-hosts")
                        .separatedBy(","));
    }

    private List<Setting<?>> worldSettings() {
        return List.of(
                Setting.of(
                        "--edition",
                        Form.TEXT,
                        "<edition>",
                        "Generation of the API: 2026-06, 2026-04 or 2026-07; the fixture's, or else 2026-06.",
                        name -> edition = name),
                Setting.of(
                        "--clock",
                        Form.explained(ClockMode.class, ServeOptions::clockMode),
                        "<clock>",
                        "What makes time move: realtime, on-poll or manual; realtime in a new world.",
                        mode -> clock = mode),
                Setting.of(
                        "--speed",
                        Form.REAL,
                        "<speed>",
                        "Seconds that pass in one real second; 60 in a new world.",
                        times -> speed = times),
                Setting.of("--seed", Form.LONG, "<seed>", "What ids and randomness are drawn from.", n -> seed = n)
                        .preset("0"),
                Setting.of(
                        "--fixture",
                        Form.FILE,
                        "FILE|DIR",
                        "YAML file with what the world holds at its start. Or a directory: the default world with it as"
                                + " the repository acme/app, which holds the HEAD of a git repository, or else all its"
                                + " files.",
                        path -> fixture = path));
    }

    private List<Setting<?>> sharingSettings() {
        return List.of(
                Setting.of(
                                "--lease",
                                Form.DURATION,
                                "DURATION",
                                "With --store: after how long without a sign of life other servers take this one's"
                                        + " worlds.",
                                duration -> lease = duration)
                        .preset("PT5S"),
                Setting.of(
                        "--address",
                        Form.ADDRESS,
                        "URL",
                        "With --store: where other servers reach this one, unless it is http://HOST:PORT.",
                        url -> address = url),
                Setting.flag(
                        "--keep-requests",
                        "With --data or --store: write each request to the APIs, without its secrets, to the table"
                                + " 'requests' too.",
                        value -> keepRequests = value));
    }

    private List<Setting<?>> caution() {
        return List.of(
                Setting.of(
                                "--max-records",
                                Form.LONG,
                                "NUMBER",
                                "How many records the world may hold.",
                                number -> mostRecords = number)
                        .preset("5000000"),
                Setting.flag(
                        "--strict",
                        "Answer 500 when an answer would break the API's own document.",
                        value -> strict = value),
                Setting.of(
                        "--admin-token-file",
                        Form.FILE,
                        "FILE",
                        "File with the bearer token that the control plane asks for, from wherever it is called.",
                        file -> adminTokenFile = file));
    }

    private static ClockMode clockMode(String word) {
        return switch (word) {
            case "realtime" -> ClockMode.REALTIME;
            case "on-poll" -> ClockMode.ON_POLL;
            case "manual" -> ClockMode.MANUAL;
            default -> throw new IllegalArgumentException("must be realtime, on-poll or manual, was " + word);
        };
    }

    /** @throws Refusal naming what makes no sense */
    void check() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new Refusal("--port must be from 0 to 65535, was " + port);
        }
        if (speed != null && (!(speed > 0) || Double.isInfinite(speed))) {
            throw new Refusal("--speed must be above 0, was " + speed);
        }
        if (mostRecords < 1) {
            throw new Refusal("--max-records must be above 0, was " + mostRecords);
        }
        if (lease.compareTo(CapyServer.SHORTEST_LEASE) < 0 || lease.compareTo(CapyServer.LONGEST_LEASE) > 0) {
            throw new Refusal("--lease must be from " + CapyServer.SHORTEST_LEASE + " to " + CapyServer.LONGEST_LEASE
                    + ", was " + lease);
        }
        if (address != null && (address.getScheme() == null || address.getHost() == null)) {
            throw new Refusal("--address must be a URL such as http://10.0.0.7:8080, was " + address);
        }
        if (address == null && storage.isShared() && EVERYWHERE.contains(host)) {
            throw new Refusal(
                    "--store with --host " + host + " needs --address URL, where other servers reach this one");
        }
        if (edition != null && !CapyServer.EDITIONS.contains(edition)) {
            throw new Refusal("--edition must be one of " + CapyServer.EDITIONS + ", was " + edition);
        }
        limits.refusal().ifPresent(refusal -> {
            throw new Refusal(refusal);
        });
    }
}
