package dev.capy.server.http;

import dev.capy.core.kernel.error.CapyException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers one operation of the control plane with a stream of server-sent events. */
@FunctionalInterface
public interface StreamHandler {

    /**
     * What will feed the stream: it is given the feed before the answer begins.
     *
     * @param lastEventId the id of the last event that whoever calls has seen; null when it has seen none
     * @throws CapyException when there can be no such stream
     */
    Consumer<Feed> open(ControlCall call, @Nullable String lastEventId);
}
