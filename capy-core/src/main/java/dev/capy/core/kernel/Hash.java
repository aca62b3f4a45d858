package dev.capy.core.kernel;

/** What the maps of a table find ids and keys by. */
final class Hash {

    private Hash() {}

    /** The hash code of a key, its bits spread: neighbours are far apart. */
    static int of(Object key) {
        int spread = key.hashCode() * 0x9E3779B9;
        return spread ^ spread >>> 15;
    }
}
