package dev.capy.server.capx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.capy.core.capx.activity.Activities;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.capx.company.Company;
import dev.capy.core.kernel.View;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;
import dev.capy.server.wire.Wire;

/** The operations tagged {@code activity}, but for the streams. */
final class ActivityApi {

    private static final int RECENT = 10;

    CapxAnswer list(CapxCall call, View view) {
        ActivityFilter filter = ActivityFilter.of(call, view);
        CapxPage page = CapxPage.of(call, "activity");
        return page.answer(
                activities(call)
                        .newest(view, call.key(), filter.companyId(), page.from())
                        .filter(filter::includes),
                Activity::number,
                ActivityJson::wire);
    }

    /** What happened last in a company, newest first. */
    static ArrayNode recent(CapxCall call, View view, Company company) {
        return Wire.array(
                activities(call)
                        .newest(view, call.key(), company.id(), Long.MAX_VALUE)
                        .limit(RECENT),
                ActivityJson::wire);
    }

    private static Activities activities(CapxCall call) {
        return call.world().capx().activities();
    }
}
