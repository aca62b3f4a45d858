package dev.capy.core.capx.activity;

import dev.capy.core.capx.account.ApiKey;
import java.util.Objects;

/**
 * Where something happens: in a company of an account.
 *
 * @param accountId who pays
 * @param sandbox whether nothing there is real, and no credits are spent
 * @param companyId which company
 */
public record Place(String accountId, boolean sandbox, String companyId) {

    public Place {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(companyId, "companyId");
    }

    /** The companies that see the same keys: the real ones of an account, or those of its test keys. */
    String side() {
        return side(accountId, sandbox);
    }

    static String side(ApiKey key) {
        return side(key.accountId(), key.isTest());
    }

    private static String side(String accountId, boolean sandbox) {
        return accountId + (sandbox ? " test" : " live");
    }
}
