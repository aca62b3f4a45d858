package dev.capy.core.script;

import java.util.List;
import java.util.Objects;

/**
 * An agent is asked for something: what scripts are matched with.
 *
 * @param projectId whose agent
 * @param prompt what it is asked for
 * @param origin where that came from
 * @param tags the tags of the thread, or the labels of a task that no thread delegated
 */
public record AgentRequest(String projectId, String prompt, Origin origin, List<String> tags) {

    public AgentRequest {
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(origin, "origin");
        tags = List.copyOf(tags);
    }
}
