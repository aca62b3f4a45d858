package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.playbook.NewPlaybook;
import dev.capy.core.capx.playbook.Playbook;
import dev.capy.core.capx.playbook.Playbooks;
import dev.capy.core.capx.playbook.Run;
import dev.capy.core.capx.value.Json;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.contract.Query;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;
import dev.capy.server.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations tagged {@code playbooks}. */
final class PlaybooksApi {

    private static final PlaybookYaml YAML = new PlaybookYaml();

    CapxAnswer list(CapxCall call, View view) {
        String company = ActivityFilter.company(call, view);
        CapxPage page = CapxPage.of(call, "playbooks");
        return page.answer(
                playbooks(call)
                        .visible(view, call.key(), page.from())
                        .filter(playbook -> company == null || company.equals(playbook.companyId()))
                        .filter(playbook -> isWanted(playbook, call.query())),
                playbook -> playbooks(call).position(view, playbook),
                PlaybookJson::summary);
    }

    private static boolean isWanted(Playbook playbook, Query query) {
        return query.text("tag").map(playbook.tags()::contains).orElse(true);
    }

    CapxAnswer create(CapxCall call, Tx tx) {
        JsonNode body = call.body();
        Company company = CompaniesApi.visible(tx, call);
        NewPlaybook wanted = new NewPlaybook(
                body.get("name").textValue(),
                Wire.text(body, "description"),
                body.get("yaml").textValue(),
                Wire.texts(body, "tags"));
        return CapxAnswer.of(PlaybookJson.summary(playbooks(call).create(tx, company, wanted, YAML)));
    }

    CapxAnswer get(CapxCall call, View view) {
        return CapxAnswer.of(PlaybookJson.full(ofCompany(view, call)));
    }

    /** Of the playbook that the body names. */
    CapxAnswer run(CapxCall call, Tx tx) {
        Playbook playbook =
                visible(tx, call, call.body().get("playbook_id").textValue(), Wire.text(call.body(), "company_id"));
        return run(call, tx, playbook);
    }

    CapxAnswer runOfCompany(CapxCall call, Tx tx) {
        return run(call, tx, ofCompany(tx, call));
    }

    private static CapxAnswer run(CapxCall call, Tx tx, Playbook playbook) {
        Company company = call.world().capx().companies().visible(tx, call.key(), playbook.companyId());
        Run run = playbooks(call).run(tx, company, playbook, inputs(call.body()));
        return answer(call, tx, run);
    }

    private static Map<String, Json> inputs(JsonNode body) {
        Map<String, Json> inputs = new LinkedHashMap<>();
        body.path("inputs").properties().forEach(input -> inputs.put(input.getKey(), FreeJson.read(input.getValue())));
        return inputs;
    }

    CapxAnswer runs(CapxCall call, View view) {
        return runs(call, view, visible(view, call, call.path("id"), null));
    }

    CapxAnswer runsOfCompany(CapxCall call, View view) {
        return runs(call, view, ofCompany(view, call));
    }

    private static CapxAnswer runs(CapxCall call, View view, Playbook playbook) {
        Playbooks playbooks = playbooks(call);
        CapxPage page = CapxPage.of(call, "runs");
        String status = call.query().text("status").orElse(null);
        return page.answer(
                playbooks
                        .runs(view, playbook.id())
                        .newestFirst(page.from())
                        .filter(run -> status == null
                                || playbooks.status(view, run).word().equals(status)),
                run -> playbooks.position(view, run),
                run -> PlaybookJson.run(run, playbooks.status(view, run)));
    }

    CapxAnswer getRun(CapxCall call, View view) {
        return answer(call, view, playbooks(call).run(view, ofCompany(view, call), call.path("run_id")));
    }

    private static CapxAnswer answer(CapxCall call, View view, Run run) {
        return CapxAnswer.of(PlaybookJson.run(run, playbooks(call).status(view, run)));
    }

    private static Playbook ofCompany(View view, CapxCall call) {
        return visible(
                view,
                call,
                call.path("playbook_id"),
                CompaniesApi.visible(view, call).id());
    }

    /** @param companyId in which company it has to be; null for any */
    private static Playbook visible(View view, CapxCall call, String id, @Nullable String companyId) {
        Playbook playbook = playbooks(call).visible(view, call.key(), id);
        if (companyId != null && !companyId.equals(playbook.companyId())) {
            throw new NotFound("The company " + companyId + " has no playbook " + id);
        }
        return playbook;
    }

    private static Playbooks playbooks(CapxCall call) {
        return call.world().capx().playbooks();
    }
}
