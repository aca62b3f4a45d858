package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.source.SourceCommit;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.usage.Cost;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;
import java.util.Optional;

/** The runs of a task on the wire, as 2026-04 tells of them. */
final class JamJson {

    private JamJson() {}

    /** All runs, oldest first. */
    static JsonNode all(HostedWorld hosted, View view, Task task) {
        return Wire.array(hosted.world().tasks().runs(view, task), jam -> jam(hosted, view, task, jam));
    }

    private static ObjectNode jam(HostedWorld hosted, View view, Task task, Jam jam) {
        CapyWorld world = hosted.world();
        Cost cost = world.usage().of(view, jam.id());
        ObjectNode wire = Wire.object()
                .put("id", jam.id())
                .put("status", jam.isUnderWay() ? "active" : "idle")
                .put("model", jam.effort().model());
        wire.set(
                "pullRequest",
                world.tasks()
                        .pullRequest(view, task)
                        .<JsonNode>map(pull -> PullRequestJson.of(hosted, pull))
                        .orElse(JsonNodeFactory.instance.nullNode()));
        ObjectNode branches = wire.putObject("branches");
        task.repos().forEach(repo -> branches.put(repo.repoFullName(), task.branch()));
        wire.set("git", git(world, view, task));
        wire.set("slackThreads", TaskJson.slackThreads(world, view, task));
        wire.putObject("credits").put("llm", cost.llmDollars()).put("vm", cost.vmDollars());
        return wire.put("createdAt", Wire.time(jam.startedAt()))
                .put("updatedAt", Wire.time(jam.endedAt() == null ? jam.startedAt() : jam.endedAt()));
    }

    /** The first repository, and the newest commit of the task's own branch there. */
    private static ObjectNode git(CapyWorld world, View view, Task task) {
        Optional<String> repo =
                task.repos().stream().map(ProjectRepo::repoFullName).findFirst();
        return Wire.object()
                .put(
                        "remoteUrl",
                        repo.map(name -> "https://github.com/" + name + ".git").orElse(null))
                .put(
                        "lastCommitSha",
                        repo.filter(name -> world.sources().hasOwnCommits(view, name, task.branch()))
                                .flatMap(name -> world.sources().head(view, name, task.branch()))
                                .map(SourceCommit::id)
                                .orElse(null));
    }
}
