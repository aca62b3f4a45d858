package dev.capy.core.dump;

import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.Entry;
import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.codec.CanonicalJson;
import dev.capy.core.kernel.codec.Codecs;
import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.codec.Writing;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a world piece by piece, as its dump says it, with its secrets as they are. Each part that pieces share is written
 * once. For one thread.
 */
public final class PieceWriter {

    private static final int USUAL_LENGTH = 512;

    private final Codecs codecs;
    private final Writing writing = new Writing(Seal.KEPT, text -> false);

    PieceWriter(Codecs codecs) {
        this.codecs = codecs;
    }

    /**
     * What pieces share.
     *
     * @param kind what kind of thing it is, for example {@code directory}
     * @param name the SHA-256 of its text, by which pieces and other parts name it
     * @param text its canonical JSON
     */
    public record Part(String kind, String name, String text) {}

    /** A record of a table as canonical JSON. */
    public String record(Record row) {
        return text(row);
    }

    private <T> String text(T value) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) value.getClass();
        return text(type, value);
    }

    private <T> String text(Class<T> type, T value) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        codecs.of(type).write(value, writing, text);
        return text.toString();
    }

    /** An entry of the timeline as canonical JSON. */
    public String entry(Entry entry) {
        return text(Entry.class, entry);
    }

    /** What an event says as canonical JSON, without its kind. */
    public String event(Event event) {
        return text(event);
    }

    /** What a world was built with as canonical JSON. */
    public String settings(WorldSettings settings) {
        return text(WorldSettings.class, settings);
    }

    /** The parts of all that was written since they were last taken. */
    public List<Part> takeParts() {
        List<Part> parts = new ArrayList<>();
        writing.takeParts()
                .forEach((kind, ofKind) ->
                        ofKind.forEach((name, plain) -> parts.add(new Part(kind, name, CanonicalJson.text(plain)))));
        return parts;
    }
}
