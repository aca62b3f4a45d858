package dev.capy.core.shell.internal;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import dev.capy.core.shell.Effect;
import dev.capy.core.shell.Effects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The files as a run sees them, and the list of what it changed. What commands in the background do later waits here
 * until its moment comes. Times are nanoseconds after the run's start. Not thread-safe.
 */
public final class Disk {

    private static final String NOWHERE = "/dev/null";

    private record Later(long at, int order, Change change) {}

    @FunctionalInterface
    private interface Change {
        void on(Disk disk, long at);
    }

    private final Budget budget;
    private final List<Effect> effects = new ArrayList<>(2);
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(1, Comparator.comparingLong(Later::at).thenComparingInt(Later::order));
    private FileTree tree;
    private long now;
    private int order;

    Disk(FileTree tree, Budget budget) {
        this.tree = tree;
        this.budget = budget;
    }

    /** The files of this moment. */
    public FileTree tree() {
        return tree;
    }

    /** What is at an absolute path; {@code /dev/null} is an empty file. */
    public Optional<Node> at(String path) {
        Optional<Node> found = tree.at(path);
        return found.isEmpty() && path.equals(NOWHERE) ? Optional.of(FileNode.of(Content.EMPTY)) : found;
    }

    void write(long at, String path, Node node) {
        if (!path.equals(NOWHERE)) {
            record(new Effect.Wrote(moment(at), path, node));
        }
    }

    void remove(long at, String path) {
        record(new Effect.Removed(moment(at), path));
    }

    /** Adds to a file; one that is gone by then is not made anew. */
    void append(long at, String path, String text) {
        if (at > now) {
            later.add(new Later(at, order++, (disk, then) -> disk.append(then, path, text)));
            return;
        }
        tree.file(path).ifPresent(file -> {
            Content content = file.content().append(Content.of(text));
            budget.charge(content.size());
            write(at, path, file.with(content));
        });
    }

    /** Effects never go back in time, so that carrying them out in order leads to the tree that the run saw. */
    private Duration moment(long at) {
        Duration moment = Duration.ofNanos(at);
        Duration last =
                effects.isEmpty() ? moment : effects.get(effects.size() - 1).at();
        return moment.compareTo(last) < 0 ? last : moment;
    }

    private void record(Effect effect) {
        FileTree changed = Effects.apply(tree, effect);
        tree = changed;
        if (!effects.isEmpty() && supersedes(effect, effects.get(effects.size() - 1))) {
            effects.set(effects.size() - 1, effect);
        } else {
            effects.add(effect);
        }
    }

    private static boolean supersedes(Effect effect, Effect last) {
        return effect instanceof Effect.Wrote wrote
                && last instanceof Effect.Wrote before
                && wrote.node() instanceof FileNode
                && before.node() instanceof FileNode
                && wrote.path().equals(before.path())
                && wrote.at().equals(before.at());
    }

    /** Lets everything happen that the background does until then. */
    void advanceTo(long moment) {
        while (!later.isEmpty() && later.peek().at() <= moment) {
            Later next = later.remove();
            now = Math.max(now, next.at());
            next.change().on(this, next.at());
        }
        now = Math.max(now, moment);
    }

    /** A disk of its own for a command in the background. */
    Disk fork(long moment) {
        Disk fork = new Disk(tree, budget);
        fork.now = moment;
        fork.later.addAll(later);
        fork.order = order;
        return fork;
    }

    /** What happened on the fork will happen here when its time comes. */
    void schedule(Disk fork) {
        for (Effect effect : fork.effects) {
            later.add(new Later(effect.at().toNanos(), order++, (disk, at) -> disk.replay(at, effect)));
        }
        advanceTo(now);
    }

    private void replay(long at, Effect effect) {
        if (effect instanceof Effect.Wrote wrote) {
            write(at, wrote.path(), wrote.node());
        } else {
            remove(at, effect.path());
        }
    }

    List<Effect> effects() {
        return effects;
    }
}
