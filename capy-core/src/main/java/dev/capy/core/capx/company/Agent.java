package dev.capy.core.capx.company;

import dev.capy.core.capx.activity.Actor;
import dev.capy.core.capx.activity.Resource;
import dev.capy.core.capx.value.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agent of a company.
 *
 * @param id its id, for example {@code ag_demo_strategist}
 * @param companyId whose
 * @param role what it is called by in its company
 * @param adapter what it runs on
 * @param model which model it calls; null for none that is known
 * @param instructions what it is told before anything else; null for nothing
 * @param budget how many credits it may spend in a calendar month; null for any number
 * @param config how it works
 * @param state how it is
 * @param beats its heartbeats
 * @param spent what it has spent
 * @param createdAt when it joined
 * @param updatedAt when somebody last changed it
 */
public record Agent(
        String id,
        String companyId,
        String role,
        Adapter adapter,
        @Nullable String model,
        @Nullable String instructions,
        @Nullable BigDecimal budget,
        AgentConfig config,
        State state,
        Beats beats,
        Meter spent,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * How an agent is.
     *
     * @param status the API's word
     * @param pause why it is paused; null when it is not
     * @param killed whether the kill switch has stopped it
     * @param failure what went wrong with it; null for nothing
     */
    public record State(
            AgentStatus status,
            @Nullable Pause pause,
            boolean killed,
            @Nullable String failure) {

        static final State NEW = new State(AgentStatus.INITIALIZING, null, false, null);

        public State {
            Objects.requireNonNull(status, "status");
        }

        State active() {
            return new State(AgentStatus.ACTIVE, null, killed, null);
        }

        State paused(Pause why) {
            return new State(AgentStatus.PAUSED, why, killed, null);
        }

        State errored(String why) {
            return new State(AgentStatus.ERRORED, null, killed, why);
        }

        State killed(boolean stopped) {
            return new State(status, pause, stopped, failure);
        }
    }

    /**
     * The heartbeats of an agent.
     *
     * @param last when the last one was; null before the first
     * @param entry the timeline entry of the next one; 0 when none is to come
     */
    public record Beats(@Nullable Instant last, long entry) {

        static final Beats NONE = new Beats(null, 0);
    }

    public Agent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(companyId, "companyId");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(adapter, "adapter");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(beats, "beats");
        Objects.requireNonNull(spent, "spent");
        NewAgent.requireNotNegative(budget);
    }

    static Agent of(String id, String companyId, NewAgent wanted, Instant now) {
        return new Agent(
                id,
                companyId,
                wanted.role(),
                wanted.adapter(),
                Templates.model(wanted),
                wanted.instructions(),
                wanted.budget(),
                wanted.config(),
                State.NEW,
                Beats.NONE,
                Meter.ZERO,
                now,
                now);
    }

    public AgentStatus status() {
        return state.status();
    }

    /** Whether it may do anything, as far as that is up to it. */
    boolean isWorking() {
        return status() == AgentStatus.ACTIVE && !state.killed();
    }

    /** Whether it is paused because there is nothing left to spend. */
    boolean isOutOfBudget() {
        return state.pause() != null && state.pause().isForBudget();
    }

    /** The last heartbeat; null before the first. */
    public @Nullable Instant lastHeartbeat() {
        return beats.last();
    }

    /** It, as one who does something. */
    public Actor actor() {
        return Actor.agent(id, role);
    }

    /** It, as one to whom something is done. */
    public Resource resource() {
        return new Resource("agent", id);
    }

    /** The only tools that it may use; empty for any. */
    public List<String> tools() {
        return config.tools();
    }

    public Agent instructions(@Nullable String other) {
        return with(adapter, model, other, budget, config);
    }

    public Agent adapter(Adapter other) {
        return with(other, model, instructions, budget, config);
    }

    public Agent model(@Nullable String other) {
        return with(adapter, other, instructions, budget, config);
    }

    public Agent budget(@Nullable BigDecimal credits) {
        return with(adapter, model, instructions, credits, config);
    }

    public Agent config(AgentConfig other) {
        return with(adapter, model, instructions, budget, other);
    }

    private Agent with(
            Adapter runsOn,
            @Nullable String calls,
            @Nullable String told,
            @Nullable BigDecimal credits,
            AgentConfig works) {
        return new Agent(
                id, companyId, role, runsOn, calls, told, credits, works, state, beats, spent, createdAt, updatedAt);
    }

    private Agent changed(State next, Beats heart, Meter meter, Instant at) {
        return new Agent(
                id, companyId, role, adapter, model, instructions, budget, config, next, heart, meter, createdAt, at);
    }

    Agent become(State next, Instant now) {
        return changed(next, beats, spent, now);
    }

    Agent beats(Beats other) {
        return changed(state, other, spent, updatedAt);
    }

    Agent spend(Meter meter) {
        return changed(state, beats, meter, updatedAt);
    }
}
