package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.account.Accounts;
import dev.capy.core.account.Organization;
import dev.capy.core.kernel.View;
import dev.capy.server.http.ControlCall;
import java.math.BigDecimal;

/** The operations tagged {@code spending}. */
final class SpendingControl {

    JsonNode get(ControlCall call) {
        return call.world().read(view -> spending(call, view));
    }

    JsonNode cap(ControlCall call) {
        JsonNode cap = call.body().get("cap");
        BigDecimal dollars = cap.isNull() ? null : cap.decimalValue();
        return call.world().write(tx -> {
            Organization organization = organization(call, tx);
            call.world().usage().cap(tx, organization.id(), dollars);
            return spending(call, tx);
        });
    }

    private static JsonNode spending(ControlCall call, View view) {
        Organization organization = organization(call, view);
        return Wire.object()
                .put("organizationId", organization.id())
                .put("month", Accounts.month(view).toString())
                .put("spent", call.world().usage().spent(view, organization.id()))
                .put("cap", organization.spendCap());
    }

    private static Organization organization(ControlCall call, View view) {
        CapyWorld world = call.world();
        return new Targets(world, view).organization(call.path("organizationId"));
    }
}
