package dev.capy.server.capx;

import dev.capy.core.capx.Capx;
import dev.capy.core.capx.activity.LogLine;
import dev.capy.core.kernel.View;
import dev.capy.server.events.SseFeed;
import dev.capy.server.wire.Wire;

/** Somebody who reads what an agent logs. For one thread at a time. */
final class LogReader implements News.Reader {

    private final SseFeed feed;
    private final Capx capx;
    private final String agentId;
    private long last;

    /** @param seen the number of the last line that the reader knows */
    LogReader(SseFeed feed, Capx capx, String agentId, long seen) {
        this.feed = feed;
        this.capx = capx;
        this.agentId = agentId;
        this.last = seen;
    }

    @Override
    public void welcome(View view) {
        feed.comment("logs");
    }

    @Override
    public void catchUp(View view) {
        for (LogLine line : capx.logs().after(view, agentId, last)) {
            last = line.number();
            feed.tell(String.valueOf(line.number()), "log", wire(line));
        }
        if (capx.agents().find(view, agentId).isEmpty()) {
            feed.end("the agent is gone");
        }
    }

    private static String wire(LogLine line) {
        return Wire.object()
                .put("timestamp", CapxWire.time(line.timestamp()))
                .put("level", line.level().word())
                .put("message", line.message())
                .put("agent_id", line.agentId())
                .put("role", line.role())
                .toString();
    }

    @Override
    public void end(String why) {
        feed.end(why);
    }
}
