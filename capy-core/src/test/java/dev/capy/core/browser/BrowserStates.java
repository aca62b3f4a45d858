package dev.capy.core.browser;

import dev.capy.core.kernel.Secret;
import java.math.BigDecimal;
import java.util.List;

/** Storage states to try things with. */
public final class BrowserStates {

    /** One cookie and one thing stored, each with something to hide. */
    public static final StorageState SIGNED_IN = new StorageState(
            List.of(cookieOf(".acme.test")),
            List.of(new OriginStorage(
                    "https://acme.test",
                    List.of(new OriginStorage.Item("theme \"x\"\n", Secret.of("stored-secret"))))));

    private BrowserStates() {}

    static Cookie cookieOf(String domain) {
        return new Cookie(
                "session", Secret.of("cookie-secret"), domain, "/", BigDecimal.valueOf(-1), true, true, SameSite.LAX);
    }
}
