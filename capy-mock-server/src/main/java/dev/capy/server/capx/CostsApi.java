package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.capx.company.Company;
import dev.capy.core.kernel.View;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;
import dev.capy.server.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations tagged {@code costs}. */
final class CostsApi {

    private static final String MONTH = "month";

    /** How long periods are, which end now. */
    private static final Map<String, Duration> PERIODS =
            Map.of("day", Duration.ofDays(1), "week", Duration.ofDays(7), MONTH, Duration.ofDays(30));

    /** What breakdowns are by: the wire's fields that name one part of them. */
    private static final Map<String, Function<Activity, ObjectNode>> GROUPS = Map.of(
            "agent",
            activity -> Wire.object()
                    .put("agent_id", activity.what().actor().agentId())
                    .put("role", activity.what().actor().role()),
            "day",
            activity ->
                    Wire.object().put("day", CapxWire.time(activity.timestamp()).substring(0, 10)),
            "model",
            activity -> Wire.object().put("model", activity.what().purpose().model()),
            "playbook",
            activity ->
                    Wire.object().put("playbook_id", activity.what().purpose().playbookId()));

    CapxAnswer get(CapxCall call, View view) {
        ActivityFilter filter = ActivityFilter.of(call, view);
        String period = call.query().requiredText("period");
        String group = call.query().requiredText("group_by");
        return CapxAnswer.of(costs(call, view, filter, period, group));
    }

    /** Those of the last month, by agent. */
    static JsonNode ofCompany(CapxCall call, View view, Company company) {
        return costs(call, view, ActivityFilter.ofCompany(company.id()), MONTH, "agent");
    }

    private static JsonNode costs(CapxCall call, View view, ActivityFilter filter, String period, String group) {
        Function<Activity, ObjectNode> part = Objects.requireNonNull(GROUPS.get(group));
        Map<ObjectNode, Long> parts = new TreeMap<>(Comparator.comparing(ObjectNode::toString));
        paid(call, view, filter, Objects.requireNonNull(PERIODS.get(period)))
                .forEach(activity ->
                        parts.merge(part.apply(activity), activity.what().cost(), Long::sum));
        ObjectNode wire = Wire.object()
                .put("period", period)
                .put("currency", "credits")
                .put("total", parts.values().stream().mapToLong(Long::longValue).sum());
        wire.set(
                "breakdown",
                Wire.array(
                        parts.entrySet().stream(),
                        entry -> entry.getKey().deepCopy().put("cost", entry.getValue())));
        return wire;
    }

    private static Stream<Activity> paid(CapxCall call, View view, ActivityFilter filter, Duration period) {
        Instant since = view.now().minus(period);
        return call.world()
                .capx()
                .activities()
                .newest(view, call.key(), filter.companyId(), Long.MAX_VALUE)
                .takeWhile(activity -> activity.timestamp().isAfter(since))
                .filter(filter::includes)
                .filter(activity -> activity.what().cost() > 0);
    }
}
