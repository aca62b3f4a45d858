package dev.capy.core.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one repository is made ready on a machine.
 *
 * @param repository its full name, for example {@code acme/app}
 * @param branch the branch that it is prepared at
 * @param scripts the shell script of each phase that has one
 * @param timeouts how long a phase's script may run, 60 to 3600 s, where somebody has said
 * @param commands what agents can call by name
 */
public record RepositorySetup(
        String repository,
        String branch,
        SortedMap<Phase, String> scripts,
        SortedMap<Phase, Duration> timeouts,
        List<NamedCommand> commands) {

    /** How long a script may run when nobody says otherwise; inferred. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

    public RepositorySetup {
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(branch, "branch");
        scripts = Collections.unmodifiableSortedMap(new TreeMap<>(scripts));
        timeouts = Collections.unmodifiableSortedMap(new TreeMap<>(timeouts));
        commands = List.copyOf(commands);
    }

    /** A repository that needs nothing. */
    public static RepositorySetup of(String repository, String branch) {
        return new RepositorySetup(
                repository, branch, Collections.emptySortedMap(), Collections.emptySortedMap(), List.of());
    }

    /** What runs in a phase. */
    public Optional<String> script(Phase phase) {
        return Optional.ofNullable(scripts.get(phase));
    }

    /** How long it may. */
    public Duration timeout(Phase phase) {
        return timeouts.getOrDefault(phase, DEFAULT_TIMEOUT);
    }

    public RepositorySetup withScript(Phase phase, String script) {
        SortedMap<Phase, String> more = new TreeMap<>(scripts);
        more.put(phase, script);
        return new RepositorySetup(repository, branch, more, timeouts, commands);
    }

    public RepositorySetup withTimeout(Phase phase, Duration timeout) {
        SortedMap<Phase, Duration> more = new TreeMap<>(timeouts);
        more.put(phase, timeout);
        return new RepositorySetup(repository, branch, scripts, more, commands);
    }

    public RepositorySetup withCommand(String name, String command) {
        List<NamedCommand> more = new ArrayList<>(commands);
        more.add(new NamedCommand(name, command));
        return new RepositorySetup(repository, branch, scripts, timeouts, more);
    }
}
