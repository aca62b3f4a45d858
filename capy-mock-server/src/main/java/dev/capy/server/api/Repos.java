package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.project.ProjectRepo;
import java.util.ArrayList;
import java.util.List;

/** Reads which repositories and branches are to be worked on. */
final class Repos {

    private Repos() {}

    static List<ProjectRepo> of(JsonNode repos) {
        List<ProjectRepo> wanted = new ArrayList<>();
        repos.forEach(repo -> wanted.add(new ProjectRepo(
                repo.get("repoFullName").textValue(), repo.get("branch").textValue())));
        return wanted;
    }
}
