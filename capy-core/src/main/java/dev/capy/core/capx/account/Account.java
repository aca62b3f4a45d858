package dev.capy.core.capx.account;

import java.util.Objects;

/**
 * Who pays.
 *
 * @param id its id
 * @param granted how many credits it was ever given
 * @param spent how many of them are gone
 */
public record Account(String id, long granted, long spent) {

    public Account {
        Objects.requireNonNull(id, "id");
    }

    /** One that has spent nothing yet. */
    public static Account of(String id, long credits) {
        return new Account(id, credits, 0);
    }

    /** How many credits are left. */
    public long balance() {
        return granted - spent;
    }

    Account spend(long credits) {
        return new Account(id, granted, spent + credits);
    }

    Account grant(long credits) {
        return new Account(id, granted + credits, spent);
    }
}
