package dev.capy.core.dump;

import dev.capy.core.files.FileCodecs;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Moment;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.codec.Codec;
import dev.capy.core.kernel.codec.Codecs;
import dev.capy.core.kernel.codec.ImageCodec;
import dev.capy.core.kernel.codec.Place;
import dev.capy.core.kernel.codec.Reading;
import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.codec.Writing;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.shell.CommandPattern;
import dev.capy.core.shell.CommandPatternCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Writes dumps of worlds and reads them. Thread-safe. */
public final class DumpCodec {

    private static final String VERSION = "version";
    private static final String CLOCK = "clock";
    private static final String SETTINGS = "settings";

    private final List<String> tables;
    private final Codecs codecs;
    private final ImageCodec images;
    private final Codec<ClockMode> clocks;
    private final Codec<WorldSettings> settings;

    /** @param registry names all tables, timers and events of every world */
    public DumpCodec(Registry registry) {
        Map<Class<?>, Codec<?>> own = new HashMap<>(FileCodecs.all());
        own.put(CommandPattern.class, new CommandPatternCodec());
        tables = registry.tables().stream().map(Table::name).toList();
        codecs = new Codecs(registry, own);
        images = new ImageCodec(registry, codecs);
        clocks = codecs.of(ClockMode.class);
        settings = codecs.of(WorldSettings.class);
    }

    /**
     * What a dump says.
     *
     * @param image all records and the timeline
     * @param clock what made time move
     * @param settings what the world was built with
     */
    public record Contents(Image image, ClockMode clock, WorldSettings settings) {}

    /**
     * Writes a dump.
     *
     * @param moment the world
     * @param built what it was built with
     * @param seal what becomes of secrets
     */
    public WorldDump write(Moment moment, WorldSettings built, Seal seal) {
        Image image = moment.image();
        Writing writing = new Writing(seal, KnownSecrets.of(image, images)::showIn);
        SortedMap<String, Object> document = images.encode(image, writing);
        document.put(VERSION, WorldDump.VERSION);
        document.put(CLOCK, clocks.encode(moment.mode(), writing));
        document.put(SETTINGS, settings.encode(built, writing));
        document.put(SharedParts.NAME, writing.parts());
        return WorldDump.of(document);
    }

    /**
     * Reads a dump.
     *
     * @param seal how its secrets are opened
     * @param routingSecrets where fresh ones come from
     * @throws Invalid when something in it is not as it must be, saying where
     */
    public Contents read(WorldDump dump, Seal seal, Supplier<String> routingSecrets) {
        Map<String, Object> document = dump.document();
        Reading reading = new Reading(seal, routingSecrets, SharedParts.of(document), SharedParts.PLACE);
        return new Contents(
                images.decode(document, reading, Place.ROOT),
                read(CLOCK, clocks, document, reading),
                read(SETTINGS, settings, document, reading));
    }

    /** The names of all tables of every world. */
    public List<String> tables() {
        return tables;
    }

    /** What writes a world piece by piece, for a store that keeps it. */
    public PieceWriter pieces() {
        return new PieceWriter(codecs);
    }

    private static <T> T read(String name, Codec<T> codec, Map<String, Object> document, Reading reading) {
        return codec.decode(Place.ROOT.required(document, name), reading, Place.ROOT.member(name));
    }
}
