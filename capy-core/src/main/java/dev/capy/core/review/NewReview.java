package dev.capy.core.review;

import dev.capy.core.script.AgentRequest;
import dev.capy.core.script.Origin;
import dev.capy.core.source.PullRequest;
import java.util.List;

/**
 * What a review is made of.
 *
 * @param projectId whose review it is to be
 * @param userId whom it counts as asked for by
 * @param origin where that came from
 * @param tags what scripts can tell it by
 */
public record NewReview(String projectId, String userId, Origin origin, List<String> tags) {

    public NewReview {
        tags = List.copyOf(tags);
    }

    /** What scripts are matched with: the prompt is the pull request's title and description. */
    AgentRequest of(PullRequest pull) {
        return new AgentRequest(projectId, (pull.title() + "\n\n" + pull.description()).strip(), origin, tags);
    }
}
