package dev.capy.server.control;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Project;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;

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
}
