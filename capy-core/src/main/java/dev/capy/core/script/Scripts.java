package dev.capy.core.script;

import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scripts of a world. A request is for the first script, in their order, that fits it; where none does, agents do
 * something plausible. Thread-safe; the state is the transaction's.
 */
public final class Scripts {

    private static final Table<Entry> ENTRIES = Table.of("scripts", Entry.class, Entry::name);

    /**
     * A script and what became of it.
     *
     * @param script what it says
     * @param place where it stands in the order: lower ones come first
     * @param fitting how many requests have fitted it, their number aside
     * @param uses how many agents have followed it
     */
    public record Entry(Script script, long place, int fitting, int uses) {

        /** Its script's name. */
        public String name() {
            return script.name();
        }

        Entry fitted() {
            return new Entry(script, place, fitting + 1, uses);
        }

        Entry used() {
            return new Entry(script, place, fitting, uses + 1);
        }
    }

    /**
     * What an agent is to do.
     *
     * @param script the name of the script that says so; empty when none does
     * @param steps what to do, in order
     */
    public record Chosen<S>(Optional<String> script, List<S> steps) {
        public Chosen {
            steps = List.copyOf(steps);
        }
    }

    public Scripts(Registry registry) {
        registry.tables(ENTRIES);
    }

    /**
     * Adds a script after all others.
     *
     * @throws Conflict when there is one of its name
     */
    public void add(Tx tx, Script script) {
        insert(tx, script, 1 + all(tx).mapToLong(Entry::place).max().orElse(0));
    }

    /**
     * Adds a script before all others.
     *
     * @throws Conflict when there is one of its name
     */
    public void addFirst(Tx tx, Script script) {
        insert(tx, script, all(tx).mapToLong(Entry::place).min().orElse(0) - 1);
    }

    private static void insert(Tx tx, Script script, long place) {
        if (tx.has(ENTRIES, script.name())) {
            throw new Conflict("There is a script called " + script.name() + " already");
        }
        tx.insert(ENTRIES, new Entry(script, place, 0, 0));
    }

    /**
     * Takes a script away; agents that follow it go on.
     *
     * @throws NotFound when there is none of this name
     */
    public void remove(Tx tx, String name) {
        if (!tx.has(ENTRIES, name)) {
            throw new NotFound("There is no script called " + name);
        }
        tx.delete(ENTRIES, name);
    }

    /** All scripts, in their order. */
    public Stream<Entry> all(View view) {
        return view.all(ENTRIES).oldestFirst().sorted(Comparator.comparingLong(Entry::place));
    }

    /** The names of the scripts that no agent has followed, in their order. */
    public List<String> unused(View view) {
        return all(view).filter(entry -> entry.uses() == 0).map(Entry::name).toList();
    }

    /**
     * What a Captain does.
     *
     * @param hasRepositories whether there is anything to build on, should nothing be said
     */
    public Chosen<CaptainStep> captain(Tx tx, AgentRequest request, boolean hasRepositories) {
        List<CaptainStep> otherwise =
                (hasRepositories ? DefaultScripts.CAPTAIN : DefaultScripts.CAPTAIN_WITHOUT_REPOSITORIES).steps();
        return choose(tx, request, Script.OfCaptain.class)
                .map(script -> new Chosen<>(Optional.of(script.name()), script.steps()))
                .orElseGet(() -> new Chosen<>(Optional.empty(), otherwise));
    }

    /** What a Build agent does. */
    public Chosen<BuildStep> build(Tx tx, AgentRequest request) {
        return choose(tx, request, Script.OfBuild.class)
                .map(script -> new Chosen<>(Optional.of(script.name()), script.steps()))
                .orElseGet(() -> new Chosen<>(Optional.empty(), DefaultScripts.BUILD.steps()));
    }

    /** What a Review agent does. */
    public Chosen<ReviewStep> review(Tx tx, AgentRequest request) {
        return choose(tx, request, Script.OfReview.class)
                .map(script -> new Chosen<>(Optional.of(script.name()), script.steps()))
                .orElseGet(() -> new Chosen<>(Optional.empty(), DefaultScripts.REVIEW.steps()));
    }

    /**
     * What an agent of a Capx company does at a task.
     *
     * @param otherwise what it does should nothing be said
     */
    public Chosen<CompanyStep> company(Tx tx, AgentRequest request, CompanySteps otherwise) {
        return choose(tx, request, Script.OfCompany.class)
                .map(script -> new Chosen<>(Optional.of(script.name()), script.steps()))
                .orElseGet(() -> new Chosen<>(Optional.empty(), otherwise.steps()));
    }

    /** Every script that a request fits counts it, so that {@code nth} means the same whichever script was chosen before. */
    private <S extends Script> Optional<S> choose(Tx tx, AgentRequest request, Class<S> kind) {
        if (tx.all(ENTRIES).isEmpty()) {
            return Optional.empty();
        }
        Optional<S> chosen = Optional.empty();
        for (Entry entry : all(tx).toList()) {
            if (kind.isInstance(entry.script()) && entry.script().when().fits(request)) {
                Entry fitted = entry.fitted();
                boolean wins = chosen.isEmpty() && entry.script().when().isNumber(fitted.fitting());
                tx.update(ENTRIES, wins ? fitted.used() : fitted);
                chosen = wins ? Optional.of(kind.cast(entry.script())) : chosen;
            }
        }
        return chosen;
    }
}
