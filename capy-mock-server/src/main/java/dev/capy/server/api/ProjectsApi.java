package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;

/** The operations tagged {@code projects}. */
final class ProjectsApi {

    JsonNode list(Call call) {
        Page page = Page.of(call, "projects of " + call.caller().organizationId());
        Projects projects = call.world().projects();
        return call.world()
                .read(view -> page.answer(
                        projects.ofOrganization(view, call.caller().organizationId())
                                .newestFirst(page.from()),
                        project -> projects.position(view, project),
                        ProjectsApi::wire));
    }

    JsonNode get(Call call) {
        return call.world().read(view -> wire(PathProject.of(view, call)));
    }

    private static ObjectNode wire(Project project) {
        ObjectNode wire = Wire.object()
                .put("id", project.id())
                .put("name", project.name())
                .put("description", project.description())
                .put("taskCode", project.taskCode());
        wire.set(
                "repos",
                Wire.array(
                        project.repos().stream(),
                        repo -> Wire.object()
                                .put("repoFullName", repo.repoFullName())
                                .put("branch", repo.branch())));
        return wire.put("createdAt", Wire.time(project.createdAt())).put("updatedAt", Wire.time(project.updatedAt()));
    }
}
