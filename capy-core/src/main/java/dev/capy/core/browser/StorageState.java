package dev.capy.core.browser;

import java.util.List;
import java.util.Optional;

/**
 * What a browser knows of the sites it was at: Playwright's storage state.
 *
 * @param cookies its cookies, in order
 * @param origins its local storage by site, in order
 */
public record StorageState(List<Cookie> cookies, List<OriginStorage> origins) {

    /** Nothing at all. */
    public static final StorageState EMPTY = new StorageState(List.of(), List.of());

    public StorageState {
        cookies = List.copyOf(cookies);
        origins = List.copyOf(origins);
    }

    /** The domains of its cookies, each once, in order and without their leading dots; empty without cookies. */
    public Optional<List<String>> domains() {
        return cookies.isEmpty()
                ? Optional.empty()
                : Optional.of(cookies.stream()
                        .map(cookie -> cookie.domain().replaceFirst("^\\.", ""))
                        .distinct()
                        .toList());
    }
}
