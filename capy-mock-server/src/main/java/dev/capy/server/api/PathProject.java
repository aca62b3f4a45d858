package dev.capy.server.api;

import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Project;
import dev.capy.server.http.Call;

/** The project that the path of a request names. */
final class PathProject {

    private PathProject() {}

    /**
     * That project, as the caller sees it.
     *
     * @throws NotFound when there is none
     * @throws Forbidden when it is another organization's
     */
    static Project of(View view, Call call) {
        return call.world().projects().visible(view, call.caller(), call.path("projectId"));
    }
}
