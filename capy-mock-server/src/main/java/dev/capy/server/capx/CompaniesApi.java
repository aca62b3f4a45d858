package dev.capy.server.capx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.Capx;
import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.company.Company;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;
import dev.capy.server.wire.Wire;
import java.util.stream.Stream;

/** The operations tagged {@code companies}. */
final class CompaniesApi {

    CapxAnswer list(CapxCall call, View view) {
        Capx capx = call.world().capx();
        CapxPage page = CapxPage.of(call, "companies");
        String status = call.query().text("status").orElse(null);
        return page.answer(
                capx.companies()
                        .visible(view, call.key(), page.from())
                        .filter(company ->
                                status == null || company.status().word().equals(status)),
                company -> capx.companies().position(view, company),
                new CompanyJson(capx, view)::summary);
    }

    CapxAnswer create(CapxCall call, Tx tx) {
        Capx capx = call.world().capx();
        Company company = capx.companies().create(tx, call.key(), CompanyBody.create(call.body()));
        return CapxAnswer.of(new CompanyJson(capx, tx).created(company, call.body()));
    }

    CapxAnswer get(CapxCall call, View view) {
        Company company = visible(view, call);
        ObjectNode wire = new CompanyJson(call.world().capx(), view).full(company);
        wire.set("costs", CostsApi.ofCompany(call, view, company));
        wire.set("recent_activity", ActivityApi.recent(call, view, company));
        return CapxAnswer.of(wire);
    }

    CapxAnswer update(CapxCall call, Tx tx) {
        return summary(
                call,
                tx,
                call.world()
                        .capx()
                        .companies()
                        .update(tx, visible(tx, call), before -> CompanyBody.update(call.body(), before)));
    }

    CapxAnswer delete(CapxCall call, Tx tx) {
        Company company = visible(tx, call);
        call.world().capx().companies().delete(tx, company);
        return gone(company.id());
    }

    CapxAnswer pause(CapxCall call, Tx tx) {
        return summary(call, tx, call.world().capx().companies().pause(tx, visible(tx, call)));
    }

    CapxAnswer resume(CapxCall call, Tx tx) {
        return summary(call, tx, call.world().capx().companies().resume(tx, visible(tx, call)));
    }

    /** The company that a path names. */
    static Company visible(View view, CapxCall call) {
        return call.world().capx().companies().visible(view, call.key(), call.path("id"));
    }

    /** The companies that a query is about: the one that it names, or all that the key sees. */
    static Stream<Company> wanted(CapxCall call, View view) {
        Companies companies = call.world().capx().companies();
        return call.query()
                .text("company_id")
                .map(id -> Stream.of(companies.visible(view, call.key(), id)))
                .orElseGet(() -> companies.visible(view, call.key(), Long.MAX_VALUE));
    }

    static CapxAnswer gone(String id) {
        return CapxAnswer.of(Wire.object().put("id", id).put("deleted", true));
    }

    private static CapxAnswer summary(CapxCall call, View view, Company company) {
        return CapxAnswer.of(new CompanyJson(call.world().capx(), view).summary(company));
    }
}
