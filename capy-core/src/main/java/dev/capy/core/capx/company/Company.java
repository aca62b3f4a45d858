package dev.capy.core.capx.company;

import dev.capy.core.capx.activity.Place;
import dev.capy.core.capx.activity.Resource;
import dev.capy.core.capx.governance.Governance;
import dev.capy.core.capx.value.Meter;
import dev.capy.core.kernel.error.Conflict;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A company that agents run.
 *
 * @param id its id, for example {@code co_demo}
 * @param accountId who pays
 * @param sandbox whether nothing in it is real, and no credits of the account are spent
 * @param name its display name
 * @param description free text; null for none
 * @param template what it was made from; null for nothing
 * @param url its host name
 * @param config how it works
 * @param governance its limits
 * @param state how it is
 * @param spent what it has spent, its agents' spending included
 * @param createdAt when it was made
 * @param updatedAt when somebody last changed it
 */
public record Company(
        String id,
        String accountId,
        boolean sandbox,
        String name,
        @Nullable String description,
        @Nullable String template,
        String url,
        CompanyConfig config,
        Governance governance,
        State state,
        Meter spent,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * How a company is.
     *
     * @param status the API's word
     * @param pause why it is paused; null when it is not
     * @param killed whether the kill switch has stopped it
     */
    public record State(CompanyStatus status, @Nullable Pause pause, boolean killed) {

        static final State NEW = new State(CompanyStatus.PROVISIONING, null, false);

        public State {
            Objects.requireNonNull(status, "status");
        }

        State status(CompanyStatus next) {
            return new State(next, null, killed);
        }

        State paused(Pause why) {
            return new State(CompanyStatus.PAUSED, why, killed);
        }

        State killed(boolean stopped) {
            return new State(status, pause, stopped);
        }
    }

    public Company {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(governance, "governance");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(spent, "spent");
    }

    public CompanyStatus status() {
        return state.status();
    }

    /** Whether its agents may do anything. */
    public boolean isWorking() {
        return status() == CompanyStatus.RUNNING && !state.killed();
    }

    /** Whether it is paused because there is nothing left to spend. */
    boolean isOutOfBudget() {
        return state.pause() != null && state.pause().isForBudget();
    }

    /** @throws Conflict when it has no kill switch */
    void requireKillSwitch() {
        if (!governance.killSwitch()) {
            throw new Conflict("The company has no kill switch: set governance.kill_switch first");
        }
    }

    /** Where things happen that happen in it. */
    public Place place() {
        return new Place(accountId, sandbox, id);
    }

    Resource resource() {
        return new Resource("company", id);
    }

    /** What it may be found by while it is there. */
    @Nullable
    String takenUrl() {
        return status() == CompanyStatus.STOPPED ? null : url;
    }

    public Company name(String other) {
        return with(other, description, config, governance);
    }

    public Company description(@Nullable String other) {
        return with(name, other, config, governance);
    }

    public Company config(CompanyConfig other) {
        return with(name, description, other, governance);
    }

    public Company governance(Governance other) {
        return with(name, description, config, other);
    }

    private Company with(String newName, @Nullable String text, CompanyConfig newConfig, Governance limits) {
        return new Company(
                id, accountId, sandbox, newName, text, template, url, newConfig, limits, state, spent, createdAt,
                updatedAt);
    }

    Company changed(State next, Meter meter, Instant at) {
        return new Company(
                id,
                accountId,
                sandbox,
                name,
                description,
                template,
                url,
                config,
                governance,
                next,
                meter,
                createdAt,
                at);
    }

    Company become(State next, Instant now) {
        return changed(next, spent, now);
    }

    Company spend(long credits, Instant now) {
        return changed(state, spent.plus(credits, now, config.zone()), updatedAt);
    }
}
