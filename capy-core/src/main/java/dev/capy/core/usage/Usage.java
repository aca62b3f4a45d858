package dev.capy.core.usage;

import dev.capy.core.account.Accounts;
import dev.capy.core.account.User;
import dev.capy.core.catalog.MachineUsed;
import dev.capy.core.catalog.Prices;
import dev.capy.core.catalog.TokensUsed;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the runs of a world have cost. Thread-safe; the state is the transaction's. */
public final class Usage {

    private static final Table<Charge> CHARGES = Table.of("charges", Charge.class, Charge::id);
    private static final Index<Charge, String> BY_JAM = CHARGES.index(Charge::jamId);

    private final Prices prices = new Prices();
    private final Runs runs;
    private final Spending spending;

    public Usage(Registry registry, Accounts accounts, Runs runs) {
        this.runs = runs;
        this.spending = new Spending(registry, accounts);
        registry.tables(CHARGES)
                .subscribe(TokensUsed.class, this::tokensUsed)
                .subscribe(MachineUsed.class, this::machineUsed);
    }

    private void tokensUsed(Tx tx, TokensUsed used) {
        charge(tx, used.jamId(), used.model(), prices.of(used), BigDecimal.ZERO);
    }

    private void machineUsed(Tx tx, MachineUsed used) {
        charge(tx, used.jamId(), null, BigDecimal.ZERO, prices.of(used));
    }

    private void charge(Tx tx, String jamId, @Nullable String model, BigDecimal llm, BigDecimal vm) {
        tx.insert(CHARGES, new Charge(tx.newId(), jamId, tx.now(), model, llm, vm));
        runs.organization(tx, jamId).ifPresent(organization -> spending.add(tx, organization, llm.add(vm)));
    }

    /** What an organization has spent in the month that the world is in. */
    public BigDecimal spent(View view, String organizationId) {
        return spending.of(view, organizationId);
    }

    /**
     * Says how many dollars an organization may spend in a month of UTC. Once it has, its agents stop before their next
     * turn, and nothing new can be asked for.
     *
     * @param dollars null for any amount
     * @throws Invalid when it is negative
     */
    public void cap(Tx tx, String organizationId, @Nullable BigDecimal dollars) {
        spending.cap(tx, organizationId, dollars);
    }

    /** What a run has cost so far. */
    public Cost of(View view, String jamId) {
        return view.where(BY_JAM, jamId).oldestFirst().reduce(Cost.ZERO, Cost::plus, Cost::plus);
    }

    /** What the runs that a query asks for have cost in its time. */
    public UsageReport report(View view, UsageQuery query) {
        Map<String, List<Charge>> byJam = StreamSupport.stream(view.all(CHARGES).spliterator(), false)
                .filter(charge -> query.isPaid() && isWithin(charge.at(), query))
                .collect(Collectors.groupingBy(Charge::jamId, LinkedHashMap::new, Collectors.toList()));
        List<RunUsage> found = byJam.entrySet().stream()
                .flatMap(jam -> runs.find(view, jam.getKey(), jam.getValue()).stream())
                .filter(run -> matches(view, run, query))
                .sorted(runs.order(view, query))
                .toList();
        return new UsageReport(total(found), byUser(found), found);
    }

    private static boolean isWithin(Instant time, UsageQuery query) {
        return !time.isBefore(query.from()) && time.isBefore(query.to());
    }

    private boolean matches(View view, RunUsage run, UsageQuery query) {
        return runs.organization(view, run).equals(query.organizationId())
                && query.userId().filter(id -> !id.equals(run.user().id())).isEmpty()
                && query.agentType().filter(type -> type != run.agentType()).isEmpty()
                && (query.projectIds().isEmpty() || query.projectIds().contains(run.projectId()));
    }

    private static Cost total(List<RunUsage> found) {
        return found.stream().map(RunUsage::cost).reduce(Cost.ZERO, Cost::plus);
    }

    private static Map<User, Cost> byUser(List<RunUsage> found) {
        Map<User, Cost> costs = new TreeMap<>(Comparator.comparing(User::id));
        found.forEach(run -> costs.merge(run.user(), run.cost(), Cost::plus));
        return costs.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> Objects.requireNonNull(entry.getValue()).totalDollars(), Comparator.reverseOrder()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Cost::plus, LinkedHashMap::new));
    }
}
