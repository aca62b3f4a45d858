package dev.capy.core.dump;

import dev.capy.core.kernel.JsonText;
import dev.capy.core.kernel.codec.CanonicalJson;
import dev.capy.core.kernel.codec.Place;
import dev.capy.core.kernel.error.Invalid;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole world as one document: its records, its timeline, its settings, its seed and how often was drawn from it. The
 * same world makes the same bytes. Tokens are no part of it; other secrets are sealed with a key, or left out.
 *
 * <p>Immutable as long as nobody changes what {@link #document} gives; thread-safe.
 */
public final class WorldDump {

    /** The only version of the format there is. */
    public static final int VERSION = 1;

    private final Map<String, Object> document;

    private WorldDump(Map<String, Object> document) {
        this.document = Collections.unmodifiableMap(document);
    }

    /**
     * The dump that is made of this plain data.
     *
     * @throws Invalid when it is not an object of the version that is understood
     */
    public static WorldDump of(Object plain) {
        Map<String, Object> document = new TreeMap<>();
        Place.ROOT.map(plain).forEach((name, value) -> document.put(String.valueOf(name), value));
        Place here = Place.ROOT.member("version");
        long version = here.number(Place.ROOT.required(document, "version"));
        if (version != VERSION) {
            throw here.refusal("must be " + VERSION + ", was " + version);
        }
        return new WorldDump(document);
    }

    /**
     * The dump that is written here.
     *
     * @throws Invalid when it is not JSON, or not of the version that is understood
     */
    public static WorldDump parse(String json) {
        Object plain = new JsonText().parse(json);
        if (plain == null) {
            throw Place.ROOT.refusal("must be an object, was null");
        }
        return of(plain);
    }

    /** The plain data: maps with text keys, lists, text, numbers, truth values. Not to be changed. */
    public Map<String, Object> document() {
        return document;
    }

    /** The canonical JSON text: keys in order, no white space. */
    public String json() {
        return CanonicalJson.text(document);
    }

    /** Where secrets were left out, as JSON pointers: a world that is restored has something else there. */
    public List<String> missing() {
        return new LeftOutSecrets().in(document);
    }

    /** What has to change for this to become {@code later}. */
    public DumpDiff diff(WorldDump later) {
        return new DumpComparison(document, later.document).diff();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorldDump that && json().equals(that.json());
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }

    @Override
    public String toString() {
        return "dump of the world with seed " + document.get("seed") + " at " + document.get("now");
    }
}
