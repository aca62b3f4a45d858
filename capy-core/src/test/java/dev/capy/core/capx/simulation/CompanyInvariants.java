package dev.capy.core.capx.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.capx.Capx;
import dev.capy.core.capx.Firm;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.playbook.Run;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.value.Credits;
import dev.capy.core.kernel.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be true of a company at any time, told from its activity alone. */
final class CompanyInvariants {

    private final Firm firm;
    private final Set<String> stopped = new HashSet<>();
    private final Map<String, Long> spent = new HashMap<>();
    private long seen;

    CompanyInvariants(Firm firm) {
        this.firm = firm;
    }

    void check() {
        firm.world().read(view -> {
            Capx capx = firm.capx();
            Company company = capx.companies().get(view, firm.id());
            List<Activity> news = capx.activities()
                    .ofCompany(view, firm.id())
                    .newestFirst()
                    .takeWhile(activity -> activity.number() > seen)
                    .sorted((a, b) -> Long.compare(a.number(), b.number()))
                    .toList();
            news.forEach(activity -> happened(activity, company, agents(view)));
            assertThat(company.spent().total()).isEqualTo(sum("total"));
            agents(view)
                    .values()
                    .forEach(agent ->
                            assertThat(agent.spent().total()).as("%s", agent).isEqualTo(sum(agent.id())));
            checkAccount(view, company);
            return true;
        });
    }

    private Map<String, Agent> agents(View view) {
        Map<String, Agent> agents = new HashMap<>();
        firm.capx().agents().ofCompany(view, firm.id()).forEach(agent -> agents.put(agent.id(), agent));
        return agents;
    }

    private long sum(String whose) {
        return spent.getOrDefault(whose, 0L);
    }

    private void checkAccount(View view, Company company) {
        long ofAll = firm.capx()
                .activities()
                .newest(view, firm.key(), null, Long.MAX_VALUE)
                .mapToLong(activity -> activity.what().cost())
                .sum();
        long ofAccount =
                firm.capx().accounts().account(view, company.accountId()).spent();
        if (!company.sandbox()) {
            assertThat(ofAccount).as("spent by the account").isEqualTo(ofAll);
        }
        assertThat(firm.capx().accounts().balance(view, firm.key())).isNotNegative();
    }

    private void happened(Activity activity, Company company, Map<String, Agent> agents) {
        Happening what = activity.what();
        String id = what.resource().id();
        switch (what.event()) {
            case "agent.state_changed" -> turn(id, what.action());
            case "company.paused", "company.killed" -> stopped.add(what.event());
            case "company.resumed", "company.running" -> stopped.remove("company.paused");
            case "company.revived" -> stopped.remove("company.killed");
            default -> assertThat(what.event()).isNotBlank();
        }
        String actor = what.actor().agentId();
        if (actor != null && (what.cost() > 0 || what.event().equals("task.started"))) {
            assertThat(stopped)
                    .as("%s acts", activity)
                    .doesNotContain("company.paused", "company.killed", actor + " paused", actor + " killed");
        }
        seen = activity.number();
        pay(activity, company, agents);
    }

    private void turn(String agentId, String action) {
        switch (action) {
            case "paused", "errored" -> stopped.add(agentId + " paused");
            case "active" -> stopped.remove(agentId + " paused");
            case "killed" -> stopped.add(agentId + " killed");
            case "revived" -> stopped.remove(agentId + " killed");
            default -> throw new AssertionError("an agent became " + action);
        }
    }

    private void pay(Activity activity, Company company, Map<String, Agent> agents) {
        LocalDate day = LocalDate.ofInstant(
                activity.timestamp(), ZoneId.of(company.config().timezone()));
        long cost = activity.what().cost();
        limit("total", null, cost);
        limit("in " + YearMonth.from(day), company.governance().spendCap(), cost);
        limit("on " + day, inCredits(company.config().budgetLimitDaily()), cost);
        String actor = activity.what().actor().agentId();
        Agent agent = actor == null ? null : agents.get(actor);
        if (agent != null) {
            limit(actor, null, cost);
            limit(actor + " in " + YearMonth.from(day), agent.budget(), cost);
            limit(actor + " on " + day, inCredits(agent.config().budgetLimitDaily()), cost);
        }
    }

    private void limit(String whose, @Nullable BigDecimal most, long cost) {
        long sum = spent.merge(whose, cost, Long::sum);
        if (most != null && cost > 0) {
            assertThat(BigDecimal.valueOf(sum)).as("spent %s", whose).isLessThanOrEqualTo(most);
        }
    }

    private static @Nullable BigDecimal inCredits(@Nullable BigDecimal dollars) {
        return dollars == null ? null : BigDecimal.valueOf(Credits.of(dollars));
    }

    /** The company is destroyed: nothing in it waits for anything any more. */
    void checkTheEnd() {
        firm.world().read(view -> {
            Capx capx = firm.capx();
            assertThat(capx.agents().ofCompany(view, firm.id())).isEmpty();
            assertThat(capx.tasks().ofCompany(view, firm.id()))
                    .allMatch(task -> task.status().isFinal())
                    .extracting(Task::work)
                    .allMatch(work -> work.entry() == 0);
            assertThat(capx.approvals().ofCompany(view, firm.id())).noneMatch(Approval::isPending);
            capx.playbooks()
                    .ofCompany(view, firm.id())
                    .forEach(playbook -> assertThat(capx.playbooks().runs(view, playbook.id()))
                            .allMatch(Run::isOver));
            return true;
        });
    }
}
