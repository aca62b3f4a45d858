package dev.capy.core.capx.company;

import dev.capy.core.capx.governance.GovernanceMode;
import dev.capy.core.kernel.error.Invalid;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a company works.
 *
 * @param mode whether a person approves tasks first
 * @param budgetLimitDaily how many dollars it may spend in a day; null for any number
 * @param timezone the IANA name of the time zone of its days and months
 */
public record CompanyConfig(GovernanceMode mode, @Nullable BigDecimal budgetLimitDaily, String timezone) {

    /** What counts where nothing is said; not documented by the vendor. */
    public static final CompanyConfig DEFAULT = new CompanyConfig(GovernanceMode.AUTONOMOUS, null, "UTC");

    /** @throws Invalid when the limit is negative, or there is no such time zone */
    public CompanyConfig {
        Objects.requireNonNull(mode, "mode");
        if (budgetLimitDaily != null && budgetLimitDaily.signum() < 0) {
            throw Invalid.at("$.config.budget_limit_daily", "must be 0 or more dollars, was " + budgetLimitDaily);
        }
        if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
            throw Invalid.at(
                    "$.config.timezone",
                    "must be the IANA name of a time zone, such as America/New_York, was '" + timezone + "'");
        }
    }

    public CompanyConfig mode(GovernanceMode other) {
        return new CompanyConfig(other, budgetLimitDaily, timezone);
    }

    public CompanyConfig budgetLimitDaily(@Nullable BigDecimal dollars) {
        return new CompanyConfig(mode, dollars, timezone);
    }

    public CompanyConfig timezone(String name) {
        return new CompanyConfig(mode, budgetLimitDaily, name);
    }

    ZoneId zone() {
        return ZoneId.of(timezone);
    }
}
