package dev.capy.core.capx.account;

import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An API key, by its name: the secret itself is no part of a world and is known to whoever routes requests to it.
 *
 * <p>A live key and a test key of one account see different companies: what a test key does has no effect on real ones
 * and spends none of the account's credits. That keys are of an account, and that they see nothing of the other kind, is
 * not documented by the vendor.
 *
 * @param name what the fixture calls it, for example {@code capx_sk_live_demo}
 * @param accountId whose it is
 * @param scopes what it may be used for
 * @param tier how much it may ask at a time
 * @param companyId the only company that it sees; null when it sees all of its account
 * @param revoked whether it is refused for good
 */
public record ApiKey(
        String name,
        String accountId,
        List<Scope> scopes,
        Tier tier,
        @Nullable String companyId,
        boolean revoked) {

    private static final Pattern NAME = Pattern.compile("capx_sk_(live|test)_[A-Za-z0-9_]+");
    private static final String TEST = "capx_sk_test_";

    /** @throws Invalid when the name is none of a key */
    public ApiKey {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(tier, "tier");
        scopes = List.copyOf(scopes);
        if (!NAME.matcher(name).matches()) {
            throw new Invalid("must look like capx_sk_live_… or capx_sk_test_…, was '" + name + "'");
        }
    }

    /** A key of the tier Pro that may be used for everything. */
    public static ApiKey of(String name, String accountId) {
        return new ApiKey(name, accountId, List.of(Scope.ALL), Tier.PRO, null, false);
    }

    public ApiKey scopes(Scope... others) {
        return new ApiKey(name, accountId, List.of(others), tier, companyId, revoked);
    }

    public ApiKey tier(Tier other) {
        return new ApiKey(name, accountId, scopes, other, companyId, revoked);
    }

    /** This key for one company alone. */
    public ApiKey company(String other) {
        return new ApiKey(name, accountId, scopes, tier, other, revoked);
    }

    ApiKey revoke() {
        return new ApiKey(name, accountId, scopes, tier, companyId, true);
    }

    /** Whether nothing that it does is real. */
    public boolean isTest() {
        return name.startsWith(TEST);
    }

    /** Whether it may be used for what any of these scopes allows. */
    public boolean may(Scope... anyOf) {
        return scopes.contains(Scope.ALL) || Arrays.stream(anyOf).anyMatch(scopes::contains);
    }

    /** @throws Forbidden when it may not be used for what any of these scopes allows */
    public void require(Scope... anyOf) {
        if (!may(anyOf)) {
            throw new Forbidden("This key lacks the scope "
                    + Arrays.stream(anyOf).map(Scope::word).collect(Collectors.joining(" or ")));
        }
    }

    /** Whether a company is one that it can see. */
    public boolean sees(String ofAccount, boolean sandbox, String company) {
        return accountId.equals(ofAccount) && isTest() == sandbox && (companyId == null || companyId.equals(company));
    }
}
