package dev.capy.core.project;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Commands that prepare the virtual machines of a project, older than Setup and set by no API (source: seed 003).
 *
 * @param projectSetup run once for the project, in {@code /home}
 * @param repoSetup run once for a repository, in its checkout, by the repository's full name
 */
public record Devbox(List<String> projectSetup, SortedMap<String, List<String>> repoSetup) {

    /** No commands. */
    public static final Devbox NONE = new Devbox(List.of(), Collections.emptySortedMap());

    public Devbox {
        projectSetup = List.copyOf(projectSetup);
        SortedMap<String, List<String>> copy = new TreeMap<>();
        for (Map.Entry<String, List<String>> repo : repoSetup.entrySet()) {
            copy.put(repo.getKey(), List.copyOf(repo.getValue()));
        }
        repoSetup = Collections.unmodifiableSortedMap(copy);
    }
}
