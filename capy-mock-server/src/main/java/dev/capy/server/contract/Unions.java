package dev.capy.server.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Speaks of the one form that was meant. A value that fits no branch of an {@code anyOf} or {@code oneOf} breaks rules
 * in every branch; what counts are the rules of the branch that it comes closest to, or, if it resembles none, that it
 * does not.
 */
final class Unions {

    private Unions() {}

    static List<Finding> folded(List<Finding> findings) {
        return folded(findings, 0);
    }

    private static List<Finding> folded(Collection<Finding> findings, int from) {
        List<Finding> kept = new ArrayList<>();
        Map<Union, List<Finding>> unions = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Trail.union(finding, from)
                    .ifPresentOrElse(
                            union -> unions.computeIfAbsent(union, u -> new ArrayList<>())
                                    .add(finding),
                            () -> kept.add(finding));
        }
        unions.forEach((union, broken) -> kept.addAll(chosen(union, broken)));
        return kept;
    }

    private static List<Finding> chosen(Union union, List<Finding> broken) {
        Map<Integer, List<Finding>> branches = new TreeMap<>();
        for (Finding finding : broken) {
            union.branch(finding)
                    .ifPresent(branch -> branches.computeIfAbsent(branch, b -> new ArrayList<>())
                            .add(finding));
        }
        List<Finding> kinds = new ArrayList<>();
        List<Finding> marks = new ArrayList<>();
        List<List<Finding>> close = new ArrayList<>();
        for (List<Finding> branch : branches.values()) {
            Optional<Finding> kind = first(branch, "type", union.path().size());
            Optional<Finding> mark = first(branch, "const", union.path().size() + 1);
            kind.ifPresent(kinds::add);
            if (kind.isEmpty()) {
                mark.ifPresent(marks::add);
            }
            if (kind.isEmpty() && mark.isEmpty()) {
                close.add(branch);
            }
        }
        if (!close.isEmpty()) {
            return folded(
                    close.stream().min(Comparator.comparingInt(List::size)).get(), union.depth() + 2);
        }
        List<Finding> alternatives = marks.isEmpty() ? kinds : marks;
        return alternatives.isEmpty()
                ? List.of(broken.get(0))
                : List.of(alternatives.get(0).or(alternatives.subList(1, alternatives.size())));
    }

    private static Optional<Finding> first(List<Finding> branch, String keyword, int length) {
        return branch.stream()
                .filter(finding ->
                        finding.keyword().equals(keyword) && finding.path().size() == length)
                .findFirst();
    }

    /**
     * One value under one union of the schema.
     *
     * @param trail the names and indices through the schema to the union's keyword, the keyword included
     * @param path of the value
     */
    record Union(List<Object> trail, List<Object> path) {

        /** How many steps of a trail lie before the union's keyword. */
        int depth() {
            return trail.size() - 1;
        }

        /** The branch that a finding is about; none if it is about the union itself. */
        Optional<Integer> branch(Finding finding) {
            return finding.trail().size() > trail.size() && finding.trail().get(trail.size()) instanceof Integer index
                    ? Optional.of(index)
                    : Optional.empty();
        }
    }
}
