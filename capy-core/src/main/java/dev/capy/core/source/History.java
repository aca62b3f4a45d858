package dev.capy.core.source;

import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.View;
import java.util.Collections;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which commit follows which. A commit is always stored after its parents, so a walk from the last stored one down meets
 * every commit before those it follows, and can end below what it looks for.
 */
final class History {

    private final Table<SourceCommit> commits;

    History(Table<SourceCommit> commits) {
        this.commits = commits;
    }

    /** The commit and all that it follows, newest first; walked as far as it is read. */
    Stream<SourceCommit> log(View view, SourceCommit newest) {
        int kind = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Walk(view, newest), kind), false);
    }

    /** Whether {@code descendant} follows {@code ancestor}, or is it. */
    boolean isAncestor(View view, SourceCommit ancestor, SourceCommit descendant) {
        long wanted = view.sequence(commits, ancestor.key());
        Walk walk = new Walk(view, descendant);
        while (walk.hasNext() && walk.sequence() > wanted) {
            walk.next();
        }
        return walk.hasNext() && walk.sequence() == wanted;
    }

    /** The newest of the commits that both follow or are; empty when the two have nothing in common. */
    Optional<SourceCommit> mergeBase(View view, SourceCommit one, SourceCommit other) {
        Walk here = new Walk(view, one);
        Walk there = new Walk(view, other);
        while (here.hasNext() && there.hasNext()) {
            if (here.sequence() == there.sequence()) {
                return Optional.of(here.next());
            }
            (here.sequence() > there.sequence() ? here : there).next();
        }
        return Optional.empty();
    }

    /** A commit and all that it follows, the last stored first. */
    private final class Walk implements Iterator<SourceCommit> {

        private final View view;
        private final NavigableMap<Long, SourceCommit> ahead = new TreeMap<>(Collections.reverseOrder());

        Walk(View view, SourceCommit newest) {
            this.view = view;
            add(newest);
        }

        private void add(SourceCommit commit) {
            ahead.put(view.sequence(commits, commit.key()), commit);
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty();
        }

        /** Where the next one stands in the order of storing. */
        long sequence() {
            return ahead.firstKey();
        }

        @Override
        public SourceCommit next() {
            var first = ahead.pollFirstEntry();
            if (first == null) {
                throw new NoSuchElementException();
            }
            SourceCommit commit = first.getValue();
            commit.parents().forEach(parent -> add(view.get(commits, SourceCommit.key(commit.repoFullName(), parent))));
            return commit;
        }
    }
}
