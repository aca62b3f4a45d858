package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.Message;
import dev.capy.core.thread.Participant;
import dev.capy.core.thread.Sent;
import dev.capy.core.thread.SlackLink;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;

/** Threads and messages on the wire. */
final class ThreadJson {

    private ThreadJson() {}

    /** A thread in full. */
    static ObjectNode thread(HostedWorld hosted, View view, CaptainThread thread) {
        CapyWorld world = hosted.world();
        ObjectNode wire = Wire.object()
                .put("id", thread.id())
                .put("projectId", thread.projectId())
                .put("title", thread.title())
                .put("status", thread.runState().status())
                .put("runState", thread.runState().word());
        wire.set("waitingOn", Wire.texts(thread.run().waitingOn()));
        wire.set("blockedOn", Wire.texts(thread.run().blockedOn()));
        wire.put("pendingWakeups", thread.run().pendingWakeups());
        Rows<Task> tasks = world.tasks().ofThread(view, thread.id());
        wire.set("tasks", Wire.array(tasks, task -> task(hosted, task)));
        wire.set("participants", Wire.array(thread.participants(), ThreadJson::participant));
        ArrayNode pullRequests = wire.putArray("pullRequests");
        for (Task task : tasks) {
            world.tasks().pullRequest(view, task).ifPresent(pull -> pullRequests.add(PullRequestJson.of(hosted, pull)));
        }
        ArrayNode slackThreads = wire.putArray("slackThreads");
        if (thread.slack() != null) {
            slackThreads.add(slack(thread.slack()));
            wire.set("slack", slack(thread.slack()));
        }
        wire.set("tags", tags(world, view, thread));
        return wire.put("createdAt", Wire.time(thread.createdAt())).put("updatedAt", Wire.time(thread.updatedAt()));
    }

    private static JsonNode tags(CapyWorld world, View view, CaptainThread thread) {
        Project project = world.projects().project(view, thread.projectId());
        ArrayNode tags = Wire.array();
        for (String name : thread.tags()) {
            world.projects()
                    .tag(view, project.organizationId(), name)
                    .ifPresent(tag -> tags.addObject().put("name", tag.name()).put("color", tag.color()));
        }
        return tags;
    }

    private static ObjectNode task(HostedWorld hosted, Task task) {
        return Wire.object()
                .put("id", task.id())
                .put("threadIndex", task.threadIndex())
                .put("identifier", task.identifier())
                .put("title", task.title())
                .put("status", EditionRules.word(hosted, task.status()));
    }

    private static ObjectNode participant(Participant participant) {
        return Wire.object()
                .put("userId", participant.userId())
                .put("userType", participant.userType().word())
                .put("firstParticipatedAt", Wire.time(participant.firstAt()))
                .put("lastParticipatedAt", Wire.time(participant.lastAt()));
    }

    static ObjectNode slack(SlackLink slack) {
        return Wire.object()
                .put("teamId", slack.teamId())
                .put("channelId", slack.channelId())
                .put("threadTs", slack.threadTs())
                .put("url", slack.url());
    }

    /** What became of a message; an edition without queues calls every message sent. */
    static ObjectNode sent(HostedWorld hosted, Sent sent, long position) {
        return Wire.object()
                .put("id", sent.message().id())
                .put(
                        "status",
                        EditionRules.knowsQueuedMessages(hosted) ? sent.status().word() : "sent")
                .put("inputEventId", sent.message().id())
                .put("timelineSequence", Long.toString(position))
                .put("appendState", sent.alreadyPresent() ? "already_present" : "inserted");
    }

    static ObjectNode message(Message message) {
        return Wire.object()
                .put("id", message.id())
                .put("source", message.source())
                .put("content", message.content())
                .put("createdAt", Wire.time(message.createdAt()));
    }
}
