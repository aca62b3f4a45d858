package dev.capy.core.capx.activity;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What the agents of a world log. Thread-safe; the state is the transaction's. */
public final class AgentLogs {

    private static final Table<LogLine> LINES = Table.of("capx_log_lines", LogLine.class, LogLine::id);
    private static final Index<LogLine, String> BY_AGENT = LINES.index(LogLine::agentId);

    public AgentLogs(Registry registry) {
        registry.tables(LINES);
    }

    /** Adds a line of an agent's. */
    public void write(Tx tx, Actor agent, LogLine.Level level, String message) {
        long number = tx.all(LINES).count() + 1;
        String id = Objects.requireNonNull(agent.agentId(), "agentId");
        String role = Objects.requireNonNull(agent.role(), "role");
        tx.emit(new LogWritten(id, number));
        tx.insert(LINES, new LogLine(number, id, role, level, message, tx.now()));
    }

    /** The lines of an agent after the one of this number, oldest first; 0 for all of them. */
    public List<LogLine> after(View view, String agentId, long number) {
        List<LogLine> newer = new ArrayList<>(view.where(BY_AGENT, agentId)
                .newestFirst()
                .takeWhile(line -> line.number() > number)
                .toList());
        Collections.reverse(newer);
        return newer;
    }
}
