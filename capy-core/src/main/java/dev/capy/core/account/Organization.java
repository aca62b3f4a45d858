package dev.capy.core.account;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: whatever belongs to it is invisible to every other.
 *
 * @param id its id, for example {@code org_demo}
 * @param name its display name
 * @param warmPoolAllowed whether its projects may use warm pools
 * @param spendCap how many dollars it may spend in a month of UTC; null for any amount
 * @param exhaustedIn the month in which it last reached its cap, for example {@code 2026-01}; null when it never has
 */
public record Organization(
        String id,
        String name,
        boolean warmPoolAllowed,
        @Nullable BigDecimal spendCap,
        @Nullable String exhaustedIn) {

    public Organization {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** One that has spent nothing yet. */
    public static Organization of(String id, String name, boolean warmPoolAllowed, @Nullable BigDecimal spendCap) {
        return new Organization(id, name, warmPoolAllowed, spendCap, null);
    }

    /** Whether it may spend nothing more in this month; where the cap is 0 that needs no first charge. */
    boolean isExhausted(YearMonth month) {
        return exhaustedIn != null && exhaustedIn.equals(month.toString())
                || (spendCap != null && spendCap.signum() == 0);
    }

    Organization capped(@Nullable BigDecimal dollars) {
        return new Organization(id, name, warmPoolAllowed, dollars, null);
    }

    Organization exhausted(YearMonth month) {
        return new Organization(id, name, warmPoolAllowed, spendCap, month.toString());
    }
}
