package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.session.Session;
import dev.capy.core.session.SessionToken;
import dev.capy.core.session.Verification;
import dev.capy.core.thread.CaptainThread;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;

/** The operations on session identity tokens. */
final class SessionsApi {

    JsonNode token(Call call) {
        return call.world().read(view -> {
            CaptainThread thread = call.world().threads().visible(view, call.caller(), call.path("threadId"));
            SessionToken token = call.world().sessions().token(view, thread.id());
            return Wire.object()
                    .put("token", token.text())
                    .put("expiresAt", Wire.time(token.expiresAt()))
                    .put("issuedAt", Wire.time(token.issuedAt()));
        });
    }

    JsonNode verify(Call call) {
        String token = call.body().get("token").textValue();
        return call.world().read(view -> wire(call.world().sessions().verify(view, call.caller(), token)));
    }

    private static ObjectNode wire(Verification verification) {
        if (verification instanceof Verification.Valid valid) {
            Session session = valid.session();
            return Wire.object()
                    .put("valid", true)
                    .put("threadId", session.threadId())
                    .put("projectId", session.projectId())
                    .put("orgId", session.organizationId())
                    .put("userId", session.userId())
                    .put("instanceId", session.vmId())
                    .put("issuedAt", Wire.time(valid.token().issuedAt()))
                    .put("expiresAt", Wire.time(valid.token().expiresAt()));
        }
        return Wire.object()
                .put("valid", false)
                .put("reason", verification instanceof Verification.Expired ? "expired" : "invalid");
    }
}
