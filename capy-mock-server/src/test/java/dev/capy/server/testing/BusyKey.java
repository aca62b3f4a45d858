package dev.capy.server.testing;

import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.capx.account.Tier;
import dev.capy.core.fixture.CapxAccountSpec;
import dev.capy.core.fixture.Fixture;

/** A key of Capx that may ask as much as it likes. */
public final class BusyKey {

    /** What it is called, in the account of {@code co_demo}. */
    public static final String NAME = "capx_sk_live_busy";

    private static final int MOST = 1_000_000;

    private BusyKey() {}

    /** The demo world with that key. */
    public static Fixture fixture() {
        Fixture demo = Fixture.demo();
        return new Fixture(
                demo.organizations(),
                demo.repositories(),
                demo.scripts(),
                demo.settings(),
                demo.capx().stream().map(BusyKey::withKey).toList());
    }

    private static CapxAccountSpec withKey(CapxAccountSpec account) {
        return account.key(NAME, BusyKey::unlimited);
    }

    private static ApiKey unlimited(ApiKey key) {
        return key.tier(new Tier("enterprise", MOST, MOST, MOST));
    }
}
