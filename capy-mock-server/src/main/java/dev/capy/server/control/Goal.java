package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.thread.RunState;
import dev.capy.core.warmpool.InstanceStatus;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that is to be in a state.
 *
 * @param word the word that its state has at a moment
 * @param wanted the word to wait for
 */
record Goal(Function<View, String> word, String wanted) {

    /**
     * @throws Invalid when the body does not name exactly one thing and its state
     * @throws NotFound when there is no such thing
     */
    static Goal read(CapyWorld world, JsonNode body) {
        requireOne(body);
        Goal goal = of(world, body);
        world.read(goal.word);
        return goal;
    }

    private static Goal of(CapyWorld world, JsonNode body) {
        if (body.has("thread")) {
            String id = body.get("thread").textValue();
            return new Goal(
                    view -> world.threads().thread(view, id).runState().word(),
                    state(body, "runState", RunState.values(), RunState::word));
        } else if (body.has("task")) {
            String id = body.get("task").textValue();
            return new Goal(
                    view -> world.tasks().byIdOrIdentifier(view, id).status().word(),
                    state(body, "status", TaskStatus.values(), TaskStatus::word));
        }
        String id = body.get("instance").textValue();
        return new Goal(
                view -> world.warmPools().instance(view, id).status().word(),
                state(body, "status", InstanceStatus.values(), InstanceStatus::word));
    }

    private static void requireOne(JsonNode body) {
        if (Stream.of("thread", "task", "instance").filter(body::has).count() != 1) {
            throw Wire.refused("$", "must name exactly one of thread, task and instance");
        }
    }

    private static <S> String state(JsonNode body, String name, S[] states, Function<S, String> word) {
        String other = name.equals("status") ? "runState" : "status";
        List<String> words = Stream.of(states).map(word).toList();
        if (body.has(other)) {
            throw Wire.refused("$." + other, "does not go with this: give " + name);
        } else if (!body.has(name)) {
            throw Wire.refused("$." + name, "is required: the state to wait for");
        } else if (!words.contains(body.get(name).textValue())) {
            throw Wire.refused("$." + name, "must be one of " + words + ", was " + body.get(name));
        }
        return body.get(name).textValue();
    }

    /** What is gone will not be in any state any more. */
    boolean isReached(View view) {
        try {
            return word.apply(view).equals(wanted);
        } catch (NotFound e) {
            return false;
        }
    }
}
