package dev.capy.core.kernel.codec;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is written along with values: the parts that many of them share, each once, and what becomes of secrets. For one
 * document and one thread.
 */
public final class Writing {

    private static final String SEALED = "sealed";

    private final Seal seal;
    private final Predicate<String> tellsSecret;
    private final boolean withParts;
    private final SortedMap<String, SortedMap<String, Object>> parts = new TreeMap<>();
    private final Map<String, PartNames> known = new HashMap<>();

    /**
     * @param seal what becomes of secrets
     * @param tellsSecret whether a text has to be treated as a secret because one shows in it
     */
    public Writing(Seal seal, Predicate<String> tellsSecret) {
        this(seal, tellsSecret, true);
    }

    private Writing(Seal seal, Predicate<String> tellsSecret, boolean withParts) {
        this.seal = seal;
        this.tellsSecret = tellsSecret;
        this.withParts = withParts;
    }

    /** Writes values without what they share. */
    public static Writing withoutParts(Seal seal) {
        return new Writing(seal, text -> false, false);
    }

    /** What stands for a secret. */
    public Map<String, @Nullable Object> secret(byte[] secret) {
        return Collections.singletonMap(SEALED, seal.close(secret));
    }

    /** Whether plain data stands for a secret that was left out. */
    public static boolean isLeftOut(Map<?, ?> plain) {
        return plain.size() == 1 && plain.containsKey(SEALED) && plain.get(SEALED) == null;
    }

    /** Whether a secret shows in a text. */
    public boolean tellsSecret(String text) {
        return tellsSecret.test(text);
    }

    /**
     * What stands for a part that may occur more than once.
     *
     * @param kind the name of its kind
     * @param part the part itself
     * @param plain its plain data, asked for once
     * @return the SHA-256 of the plain data
     */
    public String share(String kind, Object part, Supplier<Object> plain) {
        if (!withParts) {
            return "";
        }
        PartNames ofKind = known.computeIfAbsent(kind, k -> new PartNames());
        String name = ofKind.of(part);
        if (name == null) {
            Object data = plain.get();
            name = CanonicalJson.sha256(data);
            parts.computeIfAbsent(kind, k -> new TreeMap<>()).put(name, data);
            ofKind.put(part, name);
        }
        return name;
    }

    /** The shared parts that were written since they were last taken: whoever goes on writing does not write them again. */
    public SortedMap<String, SortedMap<String, Object>> takeParts() {
        SortedMap<String, SortedMap<String, Object>> taken = new TreeMap<>(parts);
        parts.clear();
        return taken;
    }

    boolean keepsRoutingSecrets() {
        return seal.keepsRoutingSecrets();
    }

    /** The shared parts by kind and by what stands for them. */
    public SortedMap<String, SortedMap<String, Object>> parts() {
        return Collections.unmodifiableSortedMap(parts);
    }
}
