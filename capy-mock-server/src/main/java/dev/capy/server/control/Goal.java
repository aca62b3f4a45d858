package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.thread.RunState;
import dev.capy.core.warmpool.InstanceStatus;
import dev.capy.server.wire.Refusals;
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

    private static final ExactlyOne NAMES = ExactlyOne.of("thread", "task", "instance");

    /**
     * @throws Invalid when the body does not name exactly one thing and its state
     * @throws NotFound when there is no such thing
     */
    static Goal read(CapyWorld world, JsonNode body) {
        NAMES.require(body);
        Goal goal = of(world, body);
        world.read(goal.word);
        return goal;
    }

    private static Goal of(CapyWorld world, JsonNode body) {
        if (body.has("thread")) {
            String id = body.get("thread").textValue();
            return new Goal(
                    view -> new Targets(world, view).thread(id).runState().word(),
                    state(body, "runState", RunState.values(), RunState::word));
        } else if (body.has("task")) {
            String id = body.get("task").textValue();
            return new Goal(
                    view -> new Targets(world, view).task(id).status().word(),
                    state(body, "status", TaskStatus.values(), TaskStatus::word));
        }
        String id = body.get("instance").textValue();
        return new Goal(
                view -> new Targets(world, view).instance(id).status().word(),
                state(body, "status", InstanceStatus.values(), InstanceStatus::word));
    }

    private static <S> String state(JsonNode body, String name, S[] states, Function<S, String> word) {
        String other = name.equals("status") ? "runState" : "status";
        List<String> words = Stream.of(states).map(word).toList();
        if (body.has(other)) {
            throw Refusals.ofBody("$." + other, "does not go with this: give " + name);
        } else if (!body.has(name)) {
            throw Refusals.ofBody("$." + name, "is required: the state to wait for");
        } else if (!words.contains(body.get(name).textValue())) {
            throw Refusals.ofBody("$." + name, "must be one of " + words + ", was " + body.get(name));
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
