package dev.capy.core.account;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls, and as whom. Thread-safe; the state is the transaction's. */
public final class Accounts {

    private static final Table<Organization> ORGANIZATIONS =
            Table.of("organizations", Organization.class, Organization::id);
    private static final Table<User> USERS = Table.of("users", User.class, User::id);
    private static final Index<User, User.Address> BY_ADDRESS = USERS.index(User::address);
    private static final Index<User, String> BY_ORGANIZATION = USERS.index(User::organizationId);
    private static final Table<ApiToken> TOKENS = Table.of("api_tokens", ApiToken.class, ApiToken::name);

    public Accounts(Registry registry) {
        registry.tables(ORGANIZATIONS, USERS, TOKENS);
    }

    public void add(Tx tx, Organization organization) {
        tx.insert(ORGANIZATIONS, organization);
    }

    public void add(Tx tx, User user) {
        tx.get(ORGANIZATIONS, user.organizationId());
        tx.insert(USERS, user);
    }

    public void add(Tx tx, ApiToken token) {
        tx.get(USERS, token.userId());
        tx.insert(TOKENS, token);
    }

    public Organization organization(View view, String id) {
        return view.get(ORGANIZATIONS, id);
    }

    /** Says how many dollars an organization may spend in a month; null for any amount. */
    public Organization cap(Tx tx, String id, @Nullable BigDecimal dollars) {
        return tx.update(ORGANIZATIONS, id, organization -> organization.capped(dollars));
    }

    /** Takes note that an organization has reached its cap: its agents do nothing more in this month. */
    public void exhaust(Tx tx, String id) {
        tx.update(ORGANIZATIONS, id, organization -> organization.exhausted(month(tx)));
    }

    /** @throws Invalid when an organization has reached its spend cap in this month */
    public void requireFunds(View view, String id) {
        Organization organization = organization(view, id);
        if (organization.isExhausted(month(view))) {
            throw new Invalid("The organization has reached its spend cap of $" + organization.spendCap() + " for "
                    + month(view) + ": raise the cap, or wait for the next month");
        }
    }

    /** The month of UTC that a world is in. */
    public static YearMonth month(View view) {
        return YearMonth.from(view.now().atOffset(ZoneOffset.UTC));
    }

    public User user(View view, String id) {
        return view.get(USERS, id);
    }

    /** Whom the token of this name stands for. */
    public User owner(View view, String tokenName) {
        return user(view, view.get(TOKENS, tokenName).userId());
    }

    /** All tokens, in the order of the fixture. */
    public Iterable<ApiToken> tokens(View view) {
        return view.all(TOKENS);
    }

    /** The members of an organization, in the order of the fixture. */
    public Rows<User> members(View view, String organizationId) {
        return view.where(BY_ORGANIZATION, organizationId);
    }

    /** The member of an organization with this e-mail address, in any case. */
    public Optional<User> member(View view, String organizationId, String email) {
        return view.where(BY_ADDRESS, new User.Address(organizationId, email)).oldest();
    }

    /**
     * As whom a request counts.
     *
     * @param caller who calls
     * @param impersonated the e-mail address of the member it acts for; null for nobody
     * @throws Forbidden when this caller may act for nobody
     * @throws Invalid when its organization has no such member
     */
    public User actor(View view, User caller, @Nullable String impersonated) {
        if (impersonated == null) {
            return caller;
        }
        if (!caller.mayImpersonate()) {
            throw new Forbidden("impersonateUserEmail is for admin service users alone");
        }
        return member(view, caller.organizationId(), impersonated)
                .orElseThrow(() ->
                        Invalid.at("$.impersonateUserEmail", "must be the address of a member of the organization"));
    }
}
