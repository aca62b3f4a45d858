package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.account.Accounts;
import dev.capy.core.account.Organization;
import dev.capy.core.kernel.View;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The operations tagged {@code spending}. */
final class SpendingControl {

    private static final int MOST_DECIMALS = 6;

    JsonNode get(ControlCall call) {
        return call.world().read(view -> spending(call, view));
    }

    JsonNode cap(ControlCall call) {
        BigDecimal dollars = dollars(call.body().get("cap"));
        return call.world().write(tx -> {
            Organization organization = organization(call, tx);
            call.world().usage().cap(tx, organization.id(), dollars);
            return spending(call, tx);
        });
    }

    /** An amount in its shortest form, and no finer than a fixture can say it; null for any amount. */
    private static @Nullable BigDecimal dollars(JsonNode cap) {
        if (cap.isNull()) {
            return null;
        }
        BigDecimal dollars = cap.decimalValue().stripTrailingZeros();
        if (dollars.scale() > MOST_DECIMALS) {
            throw Refusals.ofBody("$.cap", "must have at most " + MOST_DECIMALS + " decimals");
        }
        return dollars.setScale(Math.max(0, dollars.scale()));
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
