package dev.capy.core.kernel.codec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is read along with values: the parts that they share, and how secrets are opened. For one document and one thread. */
public final class Reading {

    /** How deep shared parts may lie in each other. */
    static final int DEEPEST = 500;

    private static final String SEALED = "sealed";

    private final Seal seal;
    private final Supplier<String> routingSecrets;
    private final Map<?, ?> parts;
    private final Place home;
    private final Map<String, Object> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /**
     * @param seal how secrets are opened
     * @param routingSecrets where fresh routing secrets come from
     * @param parts the shared parts by kind and name
     * @param home where they stand
     */
    public Reading(Seal seal, Supplier<String> routingSecrets, Map<?, ?> parts, Place home) {
        this.seal = seal;
        this.routingSecrets = routingSecrets;
        this.parts = parts;
        this.home = home;
    }

    /** The secret that {@code plain} stands for; null when it was left out. */
    public byte @Nullable [] secret(Map<?, ?> plain, Place place) {
        Object closed = plain.get(SEALED);
        if (closed == null && !plain.containsKey(SEALED)) {
            throw place.member(SEALED).refusal("is missing");
        }
        Place here = place.member(SEALED);
        return closed == null ? null : seal.open(here.text(closed), here);
    }

    /** The text that routes requests: what was written where such texts are kept, or else a fresh one. */
    String routingSecret(String written) {
        return seal.keepsRoutingSecrets() ? written : routingSecrets.get();
    }

    /**
     * A part that may occur more than once.
     *
     * @param kind the name of its kind
     * @param type its type
     * @param name what stands for it
     * @param place where that stands
     * @param decode makes it of its plain data and of where that stands; asked once for each part
     */
    public <T> T shared(
            String kind, Class<T> type, String name, Place place, BiFunction<Object, Place, ? extends T> decode) {
        String key = kind + " " + name;
        Object part = known.get(key);
        if (part == null) {
            part = decode(kind, name, key, place, decode);
            known.put(key, part);
        }
        return type.cast(part);
    }

    private Object decode(String kind, String name, String key, Place place, BiFunction<Object, Place, ?> decode) {
        Object plain = parts.get(kind) instanceof Map<?, ?> ofKind ? ofKind.get(name) : null;
        if (plain == null) {
            throw place.refusal("must name one of the document's " + kind + ", was '" + name + "'");
        }
        if (open.size() >= DEEPEST || !open.add(key)) {
            throw place.refusal("must not contain itself, nor lie deeper than " + DEEPEST + " levels");
        }
        try {
            return decode.apply(plain, home.member(kind).member(name));
        } finally {
            open.remove(key);
        }
    }
}
