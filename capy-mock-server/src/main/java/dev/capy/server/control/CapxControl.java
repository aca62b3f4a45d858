package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.capx.Capx;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.Company;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations tagged {@code capx}. */
final class CapxControl {

    /** Of a company, or of one of its agents. */
    JsonNode killSwitch(ControlCall call) {
        boolean tripped = call.body().get("tripped").booleanValue();
        String role = Wire.text(call.body(), "agent");
        return call.world().write(tx -> {
            Capx capx = call.world().capx();
            Company company = company(capx, tx, call.path("company"));
            if (role == null) {
                capx.companies().kill(tx, company, tripped);
            } else {
                Agent agent = capx.agents().visible(tx, company, role);
                capx.agents().kill(tx, agent, tripped);
            }
            return killSwitch(company, role, tripped);
        });
    }

    private static JsonNode killSwitch(Company company, @Nullable String role, boolean tripped) {
        return Wire.object().put("company", company.id()).put("agent", role).put("tripped", tripped);
    }

    private static Company company(Capx capx, Tx tx, String id) {
        return found("company", id, () -> capx.companies().get(tx, id));
    }

    JsonNode revoke(ControlCall call) {
        String name = call.path("key");
        call.world()
                .write(tx ->
                        found("key", name, () -> call.world().capx().accounts().revoke(tx, name)));
        return Wire.object().put("key", name).put("revoked", true);
    }

    JsonNode grant(ControlCall call) {
        String id = call.path("account");
        long credits = call.body().get("credits").longValue();
        return call.world().write(tx -> {
            long balance = found(
                            "account", id, () -> call.world().capx().accounts().grant(tx, id, credits))
                    .balance();
            return Wire.object().put("account", id).put("balance", balance);
        });
    }

    private static <T> T found(String kind, String name, Supplier<T> look) {
        try {
            return look.get();
        } catch (NotFound e) {
            throw new NotFound("There is no " + kind + " " + name);
        }
    }
}
