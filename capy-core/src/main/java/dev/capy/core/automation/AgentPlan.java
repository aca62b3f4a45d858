package dev.capy.core.automation;

import dev.capy.core.catalog.Effort;
import dev.capy.core.project.ProjectRepo;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work of a run, and on what.
 *
 * @param type a Captain or a Build agent
 * @param model what a Captain thinks with; null for the default
 * @param buildModel what Build agents think with; null for the default
 * @param baseBranch the branch that work starts from in each repository; null for the project's
 * @param repoBranches the branch by the full name of a repository, before all others; null where nothing was said
 * @param mcpOverrides which MCP servers are used; null where nothing was said
 */
public record AgentPlan(
        AgentType type,
        @Nullable String model,
        @Nullable String buildModel,
        @Nullable String baseBranch,
        @Nullable SortedMap<String, String> repoBranches,
        @Nullable McpOverrides mcpOverrides) {

    /** A Captain with all defaults. */
    public static final AgentPlan DEFAULT = new AgentPlan(AgentType.CAPTAIN, null, null, null, null, null);

    public AgentPlan {
        Objects.requireNonNull(type, "type");
        repoBranches = repoBranches == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(repoBranches));
    }

    public AgentPlan withType(AgentType other) {
        return new AgentPlan(other, model, buildModel, baseBranch, repoBranches, mcpOverrides);
    }

    public AgentPlan withModel(@Nullable String other) {
        return new AgentPlan(type, other, buildModel, baseBranch, repoBranches, mcpOverrides);
    }

    public AgentPlan withBuildModel(@Nullable String other) {
        return new AgentPlan(type, model, other, baseBranch, repoBranches, mcpOverrides);
    }

    public AgentPlan withBaseBranch(@Nullable String other) {
        return new AgentPlan(type, model, buildModel, other, repoBranches, mcpOverrides);
    }

    public AgentPlan withRepoBranches(@Nullable SortedMap<String, String> other) {
        return new AgentPlan(type, model, buildModel, baseBranch, other, mcpOverrides);
    }

    public AgentPlan withMcpOverrides(@Nullable McpOverrides other) {
        return new AgentPlan(type, model, buildModel, baseBranch, repoBranches, other);
    }

    /** The models that it names. */
    Stream<String> models() {
        return Stream.of(model, buildModel).filter(Objects::nonNull);
    }

    Effort captain() {
        return effort(model);
    }

    Effort build() {
        return effort(buildModel);
    }

    private static Effort effort(@Nullable String model) {
        return model == null ? Effort.DEFAULT : new Effort(model, null, null);
    }

    /** The project's repositories at the branches that work starts from. */
    List<ProjectRepo> repos(List<ProjectRepo> projects) {
        return projects.stream().map(repo -> repo.at(branch(repo))).toList();
    }

    private String branch(ProjectRepo repo) {
        String own = repoBranches == null ? null : repoBranches.get(repo.repoFullName());
        return own != null ? own : baseBranch != null ? baseBranch : repo.branch();
    }
}
