package dev.capy.core.capx.simulation;

import dev.capy.core.capx.Capx;
import dev.capy.core.capx.Firm;
import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.playbook.NewPlaybook;
import dev.capy.core.capx.playbook.Playbook;
import dev.capy.core.capx.task.NewTask;
import dev.capy.core.capx.task.Priority;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.GovernanceBlocked;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random things that people do with a company. What is refused by a rule or by a state is no failure. */
final class CompanyOperations {

    private static final List<String> TITLES =
            List.of("easy", "easy", "a hard one", "ask first", "fail early", "for the engineer");
    private static final String PLAYBOOK = """
            {"trigger": {"schedule": "@daily"},
             "steps": [{"tool": "web_search", "rubric": {"style": 0.7}},
                       {"role": "engineer", "tool": "deploy", "approval": "required"}]}""";

    private final Random random;
    private int count;

    CompanyOperations(Random random) {
        this.random = random;
    }

    /** Does one thing, and tells what it was. */
    String perform(Firm firm) {
        int choice = random.nextInt(20);
        try {
            return firm.id() + " " + firm.withCompany((tx, company) -> perform(tx, firm.capx(), company, choice));
        } catch (GovernanceBlocked | Conflict e) {
            return firm.id() + " refused " + choice + ": " + e.getMessage();
        }
    }

    private String perform(Tx tx, Capx capx, Company company, int choice) {
        return switch (choice) {
            case 0 -> "paused: " + capx.companies().pause(tx, company).status();
            case 1, 2 -> "resumed: " + capx.companies().resume(tx, company).status();
            case 3 -> "killed " + capx.companies().kill(tx, company, true).status();
            case 4, 5 -> "revived " + capx.companies().kill(tx, company, false).status();
            case 6, 7, 8, 9 -> withAgent(tx, capx, company);
            case 10, 11 -> decide(tx, capx, company);
            case 12 -> raise(tx, capx, company);
            case 13 -> playbook(tx, capx, company);
            case 14 ->
                "added "
                        + capx.agents()
                                .add(
                                        tx,
                                        company,
                                        NewAgent.of("extra-" + count++).budget(random.nextInt(200)));
            default -> "task " + capx.tasks().create(tx, company, task()).title();
        };
    }

    private NewTask task() {
        return NewTask.of(TITLES.get(random.nextInt(TITLES.size())) + " " + count++)
                .priority(Priority.values()[random.nextInt(Priority.values().length)]);
    }

    private String withAgent(Tx tx, Capx capx, Company company) {
        List<Agent> agents =
                capx.agents().ofCompany(tx, company.id()).oldestFirst().toList();
        if (agents.isEmpty()) {
            return "no agents";
        }
        Agent agent = agents.get(random.nextInt(agents.size()));
        return agent.role() + " "
                + switch (random.nextInt(9)) {
                    case 0, 1 -> "paused: " + capx.agents().pause(tx, agent).status();
                    case 2, 3 -> "resumed: " + capx.agents().resume(tx, agent).status();
                    case 4 -> "killed " + capx.agents().kill(tx, agent, true).status();
                    case 5 -> "revived " + capx.agents().kill(tx, agent, false).status();
                    case 6 ->
                        "broke: "
                                + capx.agents()
                                        .breakDown(tx, agent, "Out of memory.")
                                        .status();
                    case 7 -> "woke: " + capx.tasks().wake(tx, company, agent).status();
                    default -> remove(tx, capx, agent);
                };
    }

    private String remove(Tx tx, Capx capx, Agent agent) {
        if (random.nextInt(4) > 0) {
            return "stayed";
        }
        capx.agents().remove(tx, agent);
        return "left";
    }

    private String decide(Tx tx, Capx capx, Company company) {
        Optional<Approval> pending = capx.approvals()
                .ofCompany(tx, company.id())
                .newestFirst()
                .filter(Approval::isPending)
                .findFirst();
        if (pending.isEmpty()) {
            return "nothing to decide";
        }
        return random.nextInt(3) > 0
                ? "approved "
                        + capx.tasks()
                                .decisions()
                                .approve(tx, pending.get(), null)
                                .title()
                : "rejected "
                        + capx.tasks()
                                .decisions()
                                .reject(tx, pending.get(), "No.")
                                .title();
    }

    /** Budgets are never lowered, so that what was spent earlier is no violation. */
    private String raise(Tx tx, Capx capx, Company company) {
        BigDecimal cap = company.governance().spendCap();
        BigDecimal more = cap == null ? null : cap.add(BigDecimal.valueOf(200));
        Company raised = capx.companies()
                .update(
                        tx,
                        company,
                        before -> before.governance(before.governance().spendCap(more)));
        return "raised to " + raised.governance().spendCap();
    }

    private String playbook(Tx tx, Capx capx, Company company) {
        Optional<Playbook> there = capx.playbooks().ofCompany(tx, company.id()).newest();
        if (there.isEmpty()) {
            return "playbook "
                    + capx.playbooks()
                            .create(tx, company, NewPlaybook.of("daily", PLAYBOOK))
                            .id();
        }
        return "run " + capx.playbooks().run(tx, company, there.get(), Map.of()).id();
    }
}
