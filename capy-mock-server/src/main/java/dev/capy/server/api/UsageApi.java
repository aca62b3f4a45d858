package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.account.User;
import dev.capy.core.account.UserType;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.script.AgentType;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskDiff;
import dev.capy.core.usage.Cost;
import dev.capy.core.usage.RunUsage;
import dev.capy.core.usage.UsageQuery;
import dev.capy.core.usage.UsageReport;
import dev.capy.server.contract.Query;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations tagged {@code usage}. */
final class UsageApi {

    private static final Set<String> PAID = Set.of("paid", "all");

    JsonNode get(Call call) {
        UsageQuery query = query(call);
        return call.world().read(view -> {
            UsageReport report = call.world().usage().report(view, query);
            return wire(call, view, query, report);
        });
    }

    private static UsageQuery query(Call call) {
        Query query = call.query();
        String organization = query.requiredText("orgId");
        if (!organization.equals(call.caller().organizationId())) {
            throw new Forbidden("The token has no access to this organization");
        }
        Instant from = instant(query, "from");
        Instant to = instant(query, "to");
        if (from.isAfter(to)) {
            throw Refusals.ofQuery("$.from", "must not lie after to, which is " + query.requiredText("to"));
        }
        return new UsageQuery(
                organization,
                from,
                to,
                PAID.contains(query.requiredText("routed")),
                query.text("userId"),
                projects(query.text("projectIds")),
                query.text("agentType").map(word -> AgentType.valueOf(word.toUpperCase(Locale.ROOT))),
                query.text("sortBy").map(UsageApi::order).orElse(UsageQuery.Order.LAST_ACTIVITY),
                !query.text("sortDirection").filter("asc"::equals).isPresent());
    }

    /** Seconds may be missing, which {@link Instant#parse} does not take. */
    private static Instant instant(Query query, String name) {
        return OffsetDateTime.parse(query.requiredText(name)).toInstant();
    }

    private static Set<String> projects(Optional<String> ids) {
        return ids.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UsageQuery.Order order(String word) {
        return word.equals("lastActivity")
                ? UsageQuery.Order.LAST_ACTIVITY
                : UsageQuery.Order.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static ObjectNode wire(Call call, View view, UsageQuery query, UsageReport report) {
        int page = call.query().integer("page");
        int pageSize = call.query().integer("pageSize");
        int total = report.runs().size();
        ObjectNode wire = Wire.object()
                .put("orgId", query.organizationId())
                .put("from", call.query().requiredText("from"))
                .put("to", call.query().requiredText("to"))
                .put("currency", "USD")
                .put("routed", call.query().requiredText("routed"));
        wire.set("totals", cost(report.total()));
        wire.set(
                "users",
                Wire.array(report.users().entrySet().stream(), entry -> user(cost(entry.getValue()), entry.getKey())));
        wire.set(
                "items",
                Wire.array(
                        report.runs().stream().skip((page - 1L) * pageSize).limit(pageSize),
                        run -> item(call, view, run)));
        return wire.put("total", total)
                .put("page", page)
                .put("pageSize", pageSize)
                .put("totalPages", (total + pageSize - 1) / pageSize);
    }

    private static ObjectNode cost(Cost cost) {
        return Wire.object()
                .put("llmDollars", cost.llmDollars())
                .put("vmDollars", cost.vmDollars())
                .put("totalDollars", cost.totalDollars());
    }

    private static ObjectNode user(ObjectNode cost, User user) {
        return cost.put("userId", user.id())
                .put("userType", user.type().word())
                .put("name", user.name())
                .put("email", user.email())
                .putNull("imageUrl")
                .put("isServiceUser", user.type() == UserType.SERVICE_USER);
    }

    private static ObjectNode item(Call call, View view, RunUsage run) {
        Optional<Task> task = Optional.ofNullable(run.task());
        ObjectNode wire = cost(run.cost())
                .put("jamId", run.jamId())
                .put("jamTitle", run.title())
                .put("jamStatus", run.status())
                .put("jamAgentType", run.agentType().word())
                .put("jamProjectId", run.projectId())
                .put("jamCreatedAt", Wire.time(run.createdAt()))
                .put("jamUpdatedAt", Wire.time(run.updatedAt()))
                .put("userId", run.user().id())
                .put("userType", run.user().type().word())
                .put("userName", run.user().name())
                .put("userEmail", run.user().email())
                .putNull("userImageUrl")
                .put("isServiceUser", run.user().type() == UserType.SERVICE_USER)
                .put("taskId", task.map(Task::id).orElse(null))
                .put("taskProjectId", task.map(Task::projectId).orElse(null))
                .put("taskNumber", task.map(Task::number).orElse(null))
                .put("taskTitle", task.map(Task::title).orElse(null))
                .put("lastActivityAt", Wire.time(run.lastActivityAt()))
                .put("modelCount", run.modelCount());
        wire.set(
                "diffSummaryByMode",
                task.<JsonNode>map(found -> diffs(call, view, found)).orElse(JsonNodeFactory.instance.nullNode()));
        wire.put("routedSource", "paid");
        wire.putObject("routedSpendDollars").put("paid", run.cost().totalDollars());
        return wire;
    }

    private static ObjectNode diffs(Call call, View view, Task task) {
        ObjectNode wire = Wire.object();
        wire.set("pr", diff(view, task, call.world().tasks().diff(view, task, DiffMode.PR)));
        wire.set("run", diff(view, task, call.world().tasks().diff(view, task, DiffMode.RUN)));
        return wire;
    }

    private static ObjectNode diff(View view, Task task, TaskDiff diff) {
        ObjectNode wire = Wire.object()
                .put("additions", diff.additions())
                .put("deletions", diff.deletions())
                .put("hasChanges", !diff.files().isEmpty())
                .put("generatedAt", Wire.time(view.now()))
                .put(
                        "baselineRef",
                        task.repos().isEmpty() ? "" : task.repos().get(0).branch())
                .put("fileCount", diff.files().size());
        wire.set(
                "changedFiles",
                Wire.texts(diff.files().stream().map(file -> file.path()).toList()));
        return wire;
    }
}
