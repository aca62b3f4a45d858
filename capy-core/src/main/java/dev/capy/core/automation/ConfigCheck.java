package dev.capy.core.automation;

import dev.capy.core.automation.trigger.Schedule;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Finds everything in a configuration that is malformed, or names something that the project does not have. */
final class ConfigCheck {

    private ConfigCheck() {}

    /** @throws Invalid naming every violation */
    static void check(AutomationConfig config, Project project) {
        List<Violation> violations = new ArrayList<>();
        requireText("$.name", config.name(), violations);
        requireText("$.prompt", config.prompt(), violations);
        checkRepos(config.plan(), project, violations);
        violations.addAll(
                Schedule.zoneViolations("$.timezone", config.triggerSet().zone()));
        violations.addAll(config.triggerSet().violations());
        if (!violations.isEmpty()) {
            throw new Invalid(AutomationConfig.REFUSED, violations);
        }
    }

    private static void requireText(String path, String text, List<Violation> violations) {
        if (text.isEmpty()) {
            violations.add(new Violation(path, "must not be empty"));
        }
    }

    private static void checkRepos(AgentPlan plan, Project project, List<Violation> violations) {
        SortedMap<String, String> branches = plan.repoBranches();
        if (branches != null) {
            List<String> known =
                    project.repos().stream().map(ProjectRepo::repoFullName).toList();
            branches.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> violations.add(new Violation(
                            "$.repoBranches", "must name repositories of the project, " + known + ", was " + name)));
        }
    }
}
