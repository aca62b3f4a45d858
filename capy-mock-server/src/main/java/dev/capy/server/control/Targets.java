package dev.capy.server.control;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.Organization;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Project;
import dev.capy.core.source.PullRequest;
import dev.capy.core.source.Repository;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.warmpool.Instance;
import dev.capy.server.http.ControlCall;

/**
 * What requests name in a world; {@link NotFound} names what there is not.
 *
 * @param world whose it is
 * @param view the moment that is looked at
 */
record Targets(CapyWorld world, View view) {

    Project project(String id) {
        return world.projects().find(view, id).orElseThrow(() -> new NotFound("There is no project " + id));
    }

    Organization organization(String id) {
        try {
            return world.accounts().organization(view, id);
        } catch (NotFound e) {
            throw new NotFound("There is no organization " + id);
        }
    }

    CaptainThread thread(String id) {
        return world.threads().find(view, id).orElseThrow(() -> new NotFound("There is no thread " + id));
    }

    Task task(String idOrIdentifier) {
        try {
            return world.tasks().byIdOrIdentifier(view, idOrIdentifier);
        } catch (NotFound e) {
            throw new NotFound("There is no task " + idOrIdentifier);
        }
    }

    Jam jam(String id) {
        return world.tasks().findRun(view, id).orElseThrow(() -> new NotFound("There is no jam " + id));
    }

    Instance instance(String id) {
        try {
            return world.warmPools().instance(view, id);
        } catch (NotFound e) {
            throw new NotFound("There is no warm pool instance " + id);
        }
    }

    /** The one that a path names by its owner and its name. */
    Repository repository(ControlCall call) {
        String fullName = call.path("owner") + "/" + call.path("name");
        return world.sources()
                .repository(view, fullName)
                .orElseThrow(() -> new NotFound("There is no repository " + fullName));
    }

    /** The one that a path names by its repository and its number. */
    PullRequest pull(ControlCall call) {
        return pull(repository(call), Long.parseLong(call.path("number")));
    }

    PullRequest pull(Repository repository, long number) {
        return world.pullRequests()
                .ofRepository(view, repository.fullName())
                .newestFirst()
                .filter(pull -> pull.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound(repository.fullName() + " has no pull request " + number));
    }
}
