package dev.capy.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.source.PullRequest;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;

/** Pull requests on the wire. */
final class PullRequestJson {

    private PullRequestJson() {}

    static ObjectNode of(HostedWorld hosted, PullRequest pullRequest) {
        return Wire.object()
                .put("number", pullRequest.number())
                .put("url", pullRequest.url())
                .put("title", pullRequest.title())
                .put("repoFullName", pullRequest.repoFullName())
                .put("state", EditionRules.word(hosted, pullRequest.state()))
                .put("headRef", pullRequest.headRef())
                .put("baseRef", pullRequest.baseRef())
                .put("draft", pullRequest.draft());
    }
}
