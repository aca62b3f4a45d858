package dev.capy.core.capx.company;

import dev.capy.core.capx.company.Agent.Beats;
import dev.capy.core.kernel.Tx;
import java.time.Duration;

/** The timeline entries of heartbeats: one pending for each agent that may do something. Stateless. */
public final class Heartbeats {

    private final CompanyRecords records;

    Heartbeats(CompanyRecords records) {
        this.records = records;
    }

    /** Has an agent's heart beat after its interval, which nobody waits for. */
    public Agent later(Tx tx, Agent agent) {
        tx.cancel(agent.beats().entry());
        HeartbeatDue due = new HeartbeatDue(agent.id(), false);
        return keep(tx, agent, tx.scheduleInBackground(agent.config().interval(), due));
    }

    /**
     * Has an agent's heart beat at once, which is waited for.
     *
     * @param woken whether somebody asked for it
     */
    public Agent now(Tx tx, Agent agent, boolean woken) {
        tx.cancel(agent.beats().entry());
        return keep(tx, agent, tx.schedule(Duration.ZERO, new HeartbeatDue(agent.id(), woken)));
    }

    /** Has an agent's heart not beat any more. */
    Agent stop(Tx tx, Agent agent) {
        tx.cancel(agent.beats().entry());
        return keep(tx, agent, 0);
    }

    /** An agent's heart beats, and will again. */
    public Agent beat(Tx tx, Agent agent) {
        HeartbeatDue due = new HeartbeatDue(agent.id(), false);
        long entry = tx.scheduleInBackground(agent.config().interval(), due);
        return records.update(tx, agent.beats(new Beats(tx.now(), entry)));
    }

    /** The timeline entry that the agent waits for. */
    Agent keep(Tx tx, Agent agent, long entry) {
        return records.update(tx, agent.beats(new Beats(agent.beats().last(), entry)));
    }
}
