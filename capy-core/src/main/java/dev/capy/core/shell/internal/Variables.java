package dev.capy.core.shell.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A process's variables. Not thread-safe. */
public final class Variables {

    private final Map<String, String> values;
    private final Set<String> exported;

    Variables(Map<String, String> environment) {
        this(new HashMap<>(environment), new HashSet<>(environment.keySet()));
    }

    private Variables(Map<String, String> values, Set<String> exported) {
        this.values = values;
        this.exported = exported;
    }

    Variables copy() {
        return new Variables(new HashMap<>(values), new HashSet<>(exported));
    }

    /** The value; null when it is unset. */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** The value, or {@code otherwise} when it is unset. */
    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** Gives a value; a null one unsets. */
    public void set(String name, @Nullable String value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** Sets the value, exported, unless there is one. */
    void provide(String name, String value) {
        if (values.putIfAbsent(name, value) == null) {
            exported.add(name);
        }
    }

    /** From now on programs see it. */
    public void export(String name) {
        exported.add(name);
    }

    boolean isExported(String name) {
        return exported.contains(name);
    }

    /** From now on programs do not see it. */
    void unexport(String name) {
        exported.remove(name);
    }

    /** Removes the value, and programs no longer see it. */
    public void unset(String name) {
        values.remove(name);
        exported.remove(name);
    }

    /** What programs see. */
    public SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>();
        for (String name : exported) {
            String value = values.get(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        return environment;
    }

    /** Everything, by name. */
    public SortedMap<String, String> all() {
        return new TreeMap<>(values);
    }
}
