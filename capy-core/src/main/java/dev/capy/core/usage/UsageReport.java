package dev.capy.core.usage;

import dev.capy.core.account.User;
import java.util.List;
import java.util.Map;

/**
 * What was asked for.
 *
 * @param total over all runs
 * @param users what each user's runs have cost, the most expensive first
 * @param runs all runs, sorted as asked for
 */
public record UsageReport(Cost total, Map<User, Cost> users, List<RunUsage> runs) {

    public UsageReport {
        runs = List.copyOf(runs);
    }
}
