package dev.capy.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A rule that no schema says and that is refused in the words of one. Immutable.
 *
 * @param operation the operations that have it
 * @param path of its violations
 * @param message of its violations
 * @param reason why the document cannot say it, or does not
 */
record DomainRule(Pattern operation, Pattern path, Pattern message, String reason) {

    private static final Pattern SHAPE = Pattern.compile("Request (body|query|path) validation failed");
    private static final String AUTOMATION = "(create|update)Automation";
    private static final List<DomainRule> ALL = List.of(
            rule("list.*", "\\$\\.cursor", "must be the nextCursor.*", "only a cursor that was given out is one"),
            rule("listThreads", "\\$\\.\\w+Email", "must not be given together.*", "two ways to name a person"),
            rule("getUsage", "\\$\\.from", "must not lie after to.*", "a period has a direction"),
            rule(
                    "createAndStartThread|createTask",
                    "\\$\\.repos\\[\\d+]\\.(repoFullName|branch)",
                    "must be a (repository|branch) of .*|must not be named twice",
                    "repositories and branches have to exist"),
            rule(
                    "createAndStartThread|sendThreadMessage",
                    "\\$\\.browserSnapshotIds\\[\\d+]",
                    "must be the id of a browser snapshot of the project",
                    "browser snapshots have to exist"),
            rule(
                    "updateWarmPool|testWarmPoolBoot",
                    "\\$\\.(targetSize|maxAgeMinutes)",
                    "must be a whole number.*",
                    "the published document allows fractions of a machine"),
            rule(
                    "upsertPersonalEnvironmentVariables",
                    "\\$\\.variables\\[\\d+]\\.name",
                    "must be 1 to 191 letters, digits and underscores.*|must be named once.*",
                    "a shell has to take the name"),
            rule(
                    AUTOMATION,
                    "\\$\\.(triggers\\[\\d+]\\.config\\.)?cron",
                    "must be a cron expression.*|must not be longer than \\d+ characters|is required where.*",
                    "a schedule has to come some time"),
            rule(
                    AUTOMATION,
                    "\\$\\.(triggers\\[\\d+]\\.config\\.)?timezone",
                    "must be the IANA name.*",
                    "zones have to exist"),
            rule(
                    AUTOMATION,
                    "\\$\\.webhookConfig.*",
                    "is required where.*|must not be empty|must have 1 to \\d+ characters|must not hold more than.*",
                    "the older form is kept as a trigger, whose document is stricter"),
            rule(AUTOMATION, "\\$\\.repoBranches", "must name repositories.*", "repositories have to exist"),
            rule(
                    AUTOMATION,
                    "\\$\\.triggers\\[\\d+]\\.id",
                    "must differ from the ids of the other triggers",
                    "an id names one thing"),
            rule(
                    AUTOMATION,
                    "\\$\\.triggers\\[\\d+]\\.config\\.conditions\\.regex",
                    "must be a regular expression.*",
                    "it has to be one"));

    private static DomainRule rule(String operation, String path, String message, String reason) {
        return new DomainRule(
                Pattern.compile(operation), Pattern.compile(path), Pattern.compile(message, Pattern.DOTALL), reason);
    }

    /** Whether a right request was refused as if the document did not allow it, and by none of these rules. */
    static boolean isBroken(Spec.Target target, Answer answer) {
        if (answer.status() != 422 || !SHAPE.matcher(answer.message()).matches()) {
            return answer.status() == 401 || answer.status() == 405 || answer.status() == 413 || answer.status() == 415;
        }
        for (JsonNode violation : answer.json().at("/error/details")) {
            if (ALL.stream().noneMatch(rule -> rule.says(target.id(), violation))) {
                return true;
            }
        }
        return false;
    }

    private boolean says(String id, JsonNode violation) {
        return operation.matcher(id).matches()
                && path.matcher(violation.path("path").asText()).matches()
                && message.matcher(violation.path("message").asText()).matches();
    }
}
