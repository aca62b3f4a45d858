package dev.capy.core.vm;

import dev.capy.core.shell.CommandRules;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a hypervisor is told once.
 *
 * @param hosts the machines that carry the virtual ones, empty at first
 * @param shapes what each size is; placeholders, for the platform publishes none
 * @param latencies how long its own work takes
 * @param commands what programs do
 */
public record VmSettings(List<Host> hosts, Map<VmSize, VmShape> shapes, Latencies latencies, CommandRules commands) {

    private static final Map<VmSize, VmShape> SHAPES = Map.of(
            VmSize.SMALL, new VmShape(2, 4, 20),
            VmSize.MEDIUM, new VmShape(4, 8, 40),
            VmSize.LARGE, new VmShape(8, 16, 80),
            VmSize.ULTRA, new VmShape(16, 32, 160),
            VmSize.HYPER, new VmShape(32, 64, 320));

    private static final VmShape HOST = new VmShape(64, 256, 4096);

    /** 16 hosts, the placeholder sizes, the usual latencies, and programs that succeed silently. */
    public static final VmSettings DEFAULT =
            new VmSettings(hosts(16, HOST), SHAPES, Latencies.DEFAULT, CommandRules.NONE);

    public VmSettings {
        hosts = List.copyOf(hosts);
        shapes = Collections.unmodifiableMap(new EnumMap<>(shapes));
        Objects.requireNonNull(latencies, "latencies");
        Objects.requireNonNull(commands, "commands");
        if (shapes.size() != VmSize.values().length) {
            throw new IllegalArgumentException("every size needs a shape, given were " + shapes.keySet());
        }
    }

    public VmSettings withHosts(List<Host> other) {
        return new VmSettings(other, shapes, latencies, commands);
    }

    public VmSettings withCommands(CommandRules other) {
        return new VmSettings(hosts, shapes, latencies, other);
    }

    /** So many equal hosts, called {@code host-01} and so on. */
    public static List<Host> hosts(int count, VmShape capacity) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> Host.empty((n < 10 ? "host-0" : "host-") + n, capacity))
                .toList();
    }

    VmShape shape(VmSize size) {
        return Objects.requireNonNull(shapes.get(size));
    }

    /**
     * How long a hypervisor's own work takes; each is jittered by 20 %.
     *
     * @param boot from being placed on a host to running
     * @param resume from being placed on a host to running, for a suspended machine
     * @param restore from being placed on a host to running, for a machine that starts with a disk that was kept
     * @param stop from being told to go until its host has the room again
     */
    public record Latencies(Duration boot, Duration resume, Duration restore, Duration stop) {

        /** 8 s, 2 s, 2 s, 1 s. */
        public static final Latencies DEFAULT = new Latencies(
                Duration.ofSeconds(8), Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));
    }
}
