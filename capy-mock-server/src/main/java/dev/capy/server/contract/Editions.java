package dev.capy.server.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The generations of the APIs that are known. */
public final class Editions {

    /** Their names, the default one first. */
    public static final List<String> NAMES = List.of("2026-06", "2026-04", "2026-07");

    private static final String DOCUMENT = "capy-";

    private static final Map<String, Lazy<Edition>> BY_NAME = NAMES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    name -> name, name -> new Lazy<>(() -> Edition.load(DOCUMENT + name))));

    private Editions() {}

    /** The one generation of Capx. */
    public static Edition capx() {
        return Edition.load("capx-v1");
    }

    /** The edition of this name, which is one of {@link #NAMES}. */
    public static Edition load(String name) {
        Lazy<Edition> edition = BY_NAME.get(name);
        return edition == null ? Edition.load(DOCUMENT + name) : edition.get();
    }
}
