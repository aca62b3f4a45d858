package dev.capy.server.capx;

import dev.capy.core.CapyWorld;
import dev.capy.core.capx.activity.ActivityRecorded;
import dev.capy.core.capx.activity.LogWritten;
import dev.capy.core.capx.company.AgentGone;
import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.Watch;
import dev.capy.core.kernel.Witness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells all who read what happens in Capx in one world that there is something new. Thread-safe. */
final class News implements Witness {

    private static final String CLOSED = "the world is closed";

    /** Somebody who reads. Called by one thread at a time. */
    interface Reader {

        /** Says at once that the stream has begun. */
        void welcome(View view);

        /** Tells what there is that it has not told yet. */
        void catchUp(View view);

        /** Says why there will be nothing more. */
        void end(String why);
    }

    private final CapyWorld world;
    private final List<Reader> readers = new ArrayList<>();
    private final Watch watch;
    private boolean closed;

    News(CapyWorld world) {
        this.world = world;
        this.watch = world.watch(this);
    }

    @Override
    public synchronized void saw(Instant at, Event event) {
        boolean isNews = event instanceof ActivityRecorded || event instanceof LogWritten || event instanceof AgentGone;
        if (isNews && !readers.isEmpty()) {
            world.read(this::tell);
        }
    }

    private boolean tell(View view) {
        readers.forEach(reader -> reader.catchUp(view));
        return true;
    }

    /** What is told already is not told again when its event comes. */
    synchronized void join(Reader reader) {
        world.read(view -> {
            reader.welcome(view);
            reader.catchUp(view);
            return true;
        });
        if (closed) {
            reader.end(CLOSED);
        } else {
            readers.add(reader);
        }
    }

    synchronized void leave(Reader reader) {
        readers.remove(reader);
    }

    void close() {
        watch.close();
        synchronized (this) {
            closed = true;
            readers.forEach(reader -> reader.end(CLOSED));
        }
    }
}
