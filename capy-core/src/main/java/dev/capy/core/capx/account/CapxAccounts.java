package dev.capy.core.capx.account;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import java.util.Optional;

/** The accounts of a world and their API keys. Thread-safe; the state is the transaction's. */
public final class CapxAccounts {

    /** How many keys of a company may be in use at once (source: spec). */
    public static final int MOST_KEYS = 5;

    private static final Table<Account> ACCOUNTS = Table.of("capx_accounts", Account.class, Account::id);
    private static final Table<ApiKey> KEYS = Table.of("capx_keys", ApiKey.class, ApiKey::name);
    private static final Index<ApiKey, String> BY_COMPANY = KEYS.index(ApiKey::companyId);

    public CapxAccounts(Registry registry) {
        registry.tables(ACCOUNTS, KEYS);
    }

    public Account add(Tx tx, Account account) {
        return tx.insert(ACCOUNTS, account);
    }

    /**
     * Adds a key.
     *
     * @throws Conflict when there is one of its name, or its company has as many as it may
     */
    public ApiKey add(Tx tx, ApiKey key) {
        account(tx, key.accountId());
        if (tx.has(KEYS, key.name())) {
            throw new Conflict("There is a key called " + key.name() + " already");
        }
        if (key.companyId() != null && active(tx, key.companyId()) >= MOST_KEYS) {
            throw new Conflict("The company " + key.companyId() + " has " + MOST_KEYS
                    + " keys in use already: revoke one of them first");
        }
        return tx.insert(KEYS, key);
    }

    private static long active(View view, String companyId) {
        return view.where(BY_COMPANY, companyId)
                .oldestFirst()
                .filter(key -> !key.revoked())
                .count();
    }

    /** Refuses a key from now on, for good. */
    public ApiKey revoke(Tx tx, String name) {
        return tx.update(KEYS, name, ApiKey::revoke);
    }

    /** All keys, in the order of the fixture. */
    public Rows<ApiKey> keys(View view) {
        return view.all(KEYS);
    }

    /** The key of this name; empty when there is none, or it was revoked. */
    public Optional<ApiKey> find(View view, String name) {
        return view.find(KEYS, name).filter(key -> !key.revoked());
    }

    /**
     * The key of this name.
     *
     * @throws NotFound when there is none, or it was revoked
     */
    public ApiKey key(View view, String name) {
        return find(view, name).orElseThrow(() -> new NotFound("There is no API key called " + name));
    }

    public Account account(View view, String id) {
        return view.get(ACCOUNTS, id);
    }

    /** How many credits the account of a key has left. */
    public long balance(View view, ApiKey key) {
        return account(view, key.accountId()).balance();
    }

    /** Takes credits away. */
    public void spend(Tx tx, String accountId, long credits) {
        tx.update(ACCOUNTS, accountId, account -> account.spend(credits));
    }

    /** Gives an account more credits. */
    public Account grant(Tx tx, String accountId, long credits) {
        return tx.update(ACCOUNTS, accountId, account -> account.grant(credits));
    }
}
