package dev.capy.server.capx;

import dev.capy.core.capx.activity.Activity;
import dev.capy.core.kernel.View;
import dev.capy.server.contract.Query;
import dev.capy.server.http.CapxCall;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which activity somebody wants.
 *
 * @param companyId of which company; null for all that the key sees
 * @param type of which kind; null for all
 * @param agentId of which agent; null for all
 * @param since later than this
 * @param until earlier than this
 */
record ActivityFilter(
        @Nullable String companyId,
        @Nullable String type,
        @Nullable String agentId,
        Instant since,
        Instant until) {

    /** All of one company. */
    static ActivityFilter ofCompany(String companyId) {
        return new ActivityFilter(companyId, null, null, Instant.MIN, Instant.MAX);
    }

    /** What a call asks for, of the company in its path or in its query. */
    static ActivityFilter of(CapxCall call, View view) {
        Query query = call.query();
        return new ActivityFilter(
                company(call, view),
                query.textIfDeclared("type").orElse(null),
                query.textIfDeclared("agent_id").orElse(null),
                time(query, "since").orElse(Instant.MIN),
                time(query, "until").orElse(Instant.MAX));
    }

    /** The id of the company that a call names; null when it names none. */
    static @Nullable String company(CapxCall call, View view) {
        Optional<String> named = call.path().containsKey("id")
                ? Optional.of(call.path("id"))
                : call.query().textIfDeclared("company_id");
        return named.map(id -> call.world()
                        .capx()
                        .companies()
                        .visible(view, call.key(), id)
                        .id())
                .orElse(null);
    }

    private static Optional<Instant> time(Query query, String name) {
        return CapxWire.instant(query.textIfDeclared(name));
    }

    boolean includes(Activity activity) {
        return (type == null || type.equals(activity.what().type().word()))
                && (agentId == null || agentId.equals(activity.what().actor().agentId()))
                && activity.timestamp().isAfter(since)
                && activity.timestamp().isBefore(until);
    }
}
