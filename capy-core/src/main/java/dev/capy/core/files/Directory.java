package dev.capy.core.files;

import dev.capy.core.kernel.Canonical;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A directory: names, in order, and what they stand for. Immutable and thread-safe; a change copies the directories on
 * the way to it and shares everything else, so a copy of a whole disk costs nothing.
 */
public final class Directory implements Node, Canonical {

    /** Mode of a directory that nobody gave one. */
    public static final int DEFAULT_MODE = 0755;

    /** A directory of root's with nothing in it. */
    public static final Directory EMPTY = new Directory(new String[0], new Node[0], DEFAULT_MODE, "root");

    private final String[] names;
    private final Node[] nodes;
    private final int mode;
    private final String owner;
    private @Nullable String gitId;

    private Directory(String[] names, Node[] nodes, int mode, String owner) {
        this.names = names;
        this.nodes = nodes;
        this.mode = mode;
        this.owner = owner;
    }

    /**
     * A directory of root's.
     *
     * @throws IllegalArgumentException when a name is none
     */
    static Directory of(SortedMap<String, Node> nodes) {
        nodes.keySet().forEach(Directory::requireName);
        return new Directory(
                nodes.keySet().toArray(new String[0]), nodes.values().toArray(new Node[0]), DEFAULT_MODE, "root");
    }

    @Override
    public int mode() {
        return mode;
    }

    @Override
    public String owner() {
        return owner;
    }

    /** How many names it holds itself. */
    public int size() {
        return names.length;
    }

    public boolean isEmpty() {
        return names.length == 0;
    }

    /** What {@code name} stands for here. */
    public Optional<Node> get(String name) {
        int at = Arrays.binarySearch(names, name);
        return at < 0 ? Optional.empty() : Optional.of(nodes[at]);
    }

    /** Visits the names in their order. */
    public void forEach(BiConsumer<String, Node> visitor) {
        for (int i = 0; i < names.length; i++) {
            visitor.accept(names[i], nodes[i]);
        }
    }

    /** This directory with {@code name} standing for {@code node}. */
    public Directory with(String name, Node node) {
        requireName(name);
        int at = Arrays.binarySearch(names, name);
        if (at >= 0) {
            return replaced(at, node);
        }
        int insert = -at - 1;
        return new Directory(inserted(names, insert, name), inserted(nodes, insert, node), mode, owner);
    }

    private Directory replaced(int at, Node node) {
        if (nodes[at] == node) {
            return this;
        }
        Node[] changed = nodes.clone();
        changed[at] = node;
        return new Directory(names, changed, mode, owner);
    }

    /** This directory without {@code name}; itself when there is no such name. */
    public Directory without(String name) {
        int at = Arrays.binarySearch(names, name);
        return at < 0 ? this : new Directory(removed(names, at), removed(nodes, at), mode, owner);
    }

    /** This directory with other permission bits. */
    public Directory withMode(int other) {
        return new Directory(names, nodes, other, owner);
    }

    /** This directory of another user's. */
    public Directory withOwner(String other) {
        return new Directory(names, nodes, mode, other);
    }

    /**
     * The id that git gives to what is below, which is no part of what this directory is.
     *
     * @param hash works it out when it is asked for the first time
     */
    public String gitId(Function<? super Directory, String> hash) {
        String known = gitId;
        if (known == null) {
            known = hash.apply(this);
            gitId = known;
        }
        return known;
    }

    /** Every file below, by its path relative to here ({@code src/index.js}), in the order of the paths. */
    public NavigableMap<String, FileNode> files() {
        NavigableMap<String, FileNode> found = new TreeMap<>();
        collect("", found);
        return found;
    }

    private void collect(String prefix, Map<String, FileNode> found) {
        forEach((name, node) -> {
            if (node instanceof FileNode file) {
                found.put(prefix + name, file);
            } else {
                ((Directory) node).collect(prefix + name + "/", found);
            }
        });
    }

    private static void requireName(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a file name: '" + name + "'");
        }
    }

    private static <T> T[] inserted(T[] array, int at, T element) {
        T[] copy = Arrays.copyOf(array, array.length + 1);
        System.arraycopy(array, at, copy, at + 1, array.length - at);
        copy[at] = element;
        return copy;
    }

    private static <T> T[] removed(T[] array, int at) {
        T[] copy = Arrays.copyOf(array, array.length - 1);
        System.arraycopy(array, at + 1, copy, at, copy.length - at);
        return copy;
    }

    @Override
    public Object canonicalForm() {
        Map<String, Node> entries = new LinkedHashMap<>();
        forEach(entries::put);
        return Map.of("mode", mode, "owner", owner, "entries", entries);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Directory that
                        && mode == that.mode
                        && owner.equals(that.owner)
                        && Arrays.equals(names, that.names)
                        && Arrays.equals(nodes, that.nodes));
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(names), Arrays.hashCode(nodes), mode, owner);
    }

    @Override
    public String toString() {
        return "directory of " + size();
    }
}
