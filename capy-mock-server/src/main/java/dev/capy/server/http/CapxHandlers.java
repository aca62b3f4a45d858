package dev.capy.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What answers the operations of Capx, each by its id. Not thread-safe until all are in. */
public final class CapxHandlers {

    /** Answers with what there is. */
    @FunctionalInterface
    public interface Look {
        CapxAnswer look(CapxCall call, View view);
    }

    /** Changes something; all of it happens or nothing. */
    @FunctionalInterface
    public interface Act {
        CapxAnswer act(CapxCall call, Tx tx);
    }

    /** Answers with a stream of server-sent events. */
    @FunctionalInterface
    public interface Follow {

        /**
         * What will feed the stream: it is given the feed before the answer begins.
         *
         * @param lastEventId the id of the last event that whoever calls has seen; null when it has seen none
         */
        Consumer<Feed> follow(CapxCall call, @Nullable String lastEventId);
    }

    /** Puts back what is not kept of an answer, its secrets, when its request comes again. */
    @FunctionalInterface
    public interface Again {
        void complete(CapxCall call, View view, ObjectNode data);
    }

    final Map<String, Look> looks = new HashMap<>();
    final Map<String, Act> acts = new HashMap<>();
    final Map<String, Follow> follows = new HashMap<>();
    final Map<String, Again> agains = new HashMap<>();

    public CapxHandlers look(String operation, Look handler) {
        looks.put(operation, handler);
        return this;
    }

    public CapxHandlers act(String operation, Act handler) {
        acts.put(operation, handler);
        return this;
    }

    /** For an operation that answers with a field {@code secret}. */
    public CapxHandlers again(String operation, Again handler) {
        agains.put(operation, handler);
        return this;
    }

    /** An operation that also has a look answers with that unless it is asked for {@code stream=true}. */
    public CapxHandlers follow(String operation, Follow handler) {
        follows.put(operation, handler);
        return this;
    }

    /** All of them by their operations. */
    public Map<String, ?> all() {
        return Handlers.together(Handlers.together(looks, acts), follows);
    }
}
