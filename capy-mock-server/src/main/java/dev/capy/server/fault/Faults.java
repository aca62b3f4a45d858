package dev.capy.server.fault;

import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.http.Point;
import dev.capy.server.verify.Verification;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What goes wrong in one world: rules in their order, all of which can strike the same request. Thread-safe. */
public final class Faults {

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Collection<String> operations;
    private final long seed;
    private int added;

    /**
     * No faults yet.
     *
     * @param operations the ids of all operations of the world's edition
     * @param seed the world's
     */
    Faults(Collection<String> operations, long seed) {
        this.operations = operations;
        this.seed = seed;
    }

    /**
     * Adds a rule after all others, and returns it with its name.
     *
     * @throws Conflict when its name is taken
     * @throws IllegalArgumentException when it names an operation that the world's edition does not have
     */
    public synchronized Fault add(Fault fault) {
        Verification.requireKnown(fault.when(), operations);
        if (rules.stream().anyMatch(rule -> rule.fault().name().equals(fault.name()))) {
            throw new Conflict("There is a fault '" + fault.name() + "' already");
        }
        added++;
        Fault named = fault.name().isEmpty() ? fault.named("fault-" + added) : fault;
        rules.add(new Rule(named, seed));
        return named;
    }

    /**
     * Takes a rule away.
     *
     * @throws NotFound when there is none of that name
     */
    public synchronized void remove(String name) {
        if (!rules.removeIf(rule -> rule.fault().name().equals(name))) {
            throw new NotFound("There is no fault '" + name + "'");
        }
    }

    /** Takes all rules away. */
    public synchronized void clear() {
        rules.clear();
    }

    /** All rules in their order, and how often each was met. */
    public List<FaultUse> all() {
        return rules.stream().map(Rule::use).toList();
    }

    /** Those that have struck nothing. */
    public List<Fault> unused() {
        return all().stream()
                .filter(use -> use.used() == 0)
                .map(FaultUse::fault)
                .toList();
    }

    List<Rule> at(Point point) {
        return rules.stream().filter(rule -> rule.fault().at() == point).toList();
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }
}
