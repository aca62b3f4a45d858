package dev.capy.server.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.source.Branch;
import dev.capy.core.source.Check;
import dev.capy.core.source.CiJob;
import dev.capy.core.source.Conclusion;
import dev.capy.core.source.Repository;
import dev.capy.core.source.SourceCommit;
import dev.capy.server.wire.Wire;

/** Repositories and what belongs to them on the wire. */
final class SourceJson {

    private SourceJson() {}

    static ObjectNode of(Repository repository) {
        ObjectNode wire =
                Wire.object().put("fullName", repository.fullName()).put("defaultBranch", repository.defaultBranch());
        wire.set("ci", Wire.array(repository.ci().stream(), SourceJson::of));
        return wire;
    }

    private static ObjectNode of(CiJob job) {
        ObjectNode wire = Wire.object()
                .put("name", job.name())
                .put("duration", job.duration().toString());
        wire.set(
                "conclusions",
                Wire.texts(job.conclusions().stream().map(Conclusion::word).toList()));
        return wire;
    }

    static ObjectNode of(Branch branch) {
        return Wire.object()
                .put("name", branch.name())
                .put("start", branch.start())
                .put("head", branch.head());
    }

    static ObjectNode of(SourceCommit commit) {
        ObjectNode wire = Wire.object().put("id", commit.id());
        wire.set("parents", Wire.texts(commit.parents()));
        wire.putObject("author")
                .put("name", commit.author().name())
                .put("email", commit.author().email());
        return wire.put("at", Wire.time(commit.author().when())).put("message", commit.message());
    }

    static ObjectNode of(Check check) {
        Conclusion conclusion = check.conclusion();
        return Wire.object()
                .put("commit", check.commit())
                .put("name", check.name())
                .put("status", check.status().word())
                .put("conclusion", conclusion == null ? null : conclusion.word())
                .put("startedAt", Wire.time(check.startedAt()))
                .put("completedAt", Wire.timeOrNull(check.completedAt()));
    }
}
