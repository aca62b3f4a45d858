package dev.capy.core.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the packages of a world say, while it is assembled, which tables they keep, what their timers do and which events
 * they listen to. Not thread-safe; used by one thread before the kernel starts.
 */
public final class Registry {

    private final Map<String, Table<?>> tables = new LinkedHashMap<>();
    private final Map<Class<?>, Handler<?>> timers = new HashMap<>();
    private final Map<Class<?>, Errand<?>> errands = new HashMap<>();
    private final Map<Class<?>, List<Handler<?>>> subscribers = new HashMap<>();

    /** Keeps these tables. */
    public Registry tables(Table<?>... kept) {
        for (Table<?> table : kept) {
            if (tables.putIfAbsent(table.name(), table) != null) {
                throw new IllegalStateException("two tables are called " + table.name());
            }
        }
        return this;
    }

    /** Runs {@code handler} when a timer of this kind falls due. */
    public <T extends Record & Timer> Registry on(Class<T> kind, Handler<? super T> handler) {
        if (errands.containsKey(kind) || timers.putIfAbsent(kind, handler) != null) {
            throw new IllegalStateException("two handlers for " + kind.getSimpleName());
        }
        return this;
    }

    /** Runs {@code errand}, outside any transaction, when a timer of this kind falls due. */
    public <T extends Record & Timer> Registry errand(Class<T> kind, Errand<? super T> errand) {
        if (timers.containsKey(kind) || errands.putIfAbsent(kind, errand) != null) {
            throw new IllegalStateException("two handlers for " + kind.getSimpleName());
        }
        return this;
    }

    /** Runs {@code handler} for every event of this kind; several handlers run in the order of subscription. */
    public <E extends Record & Event> Registry subscribe(Class<E> kind, Handler<? super E> handler) {
        subscribers.computeIfAbsent(kind, k -> new ArrayList<>()).add(handler);
        return this;
    }

    /** The tables, in the order in which they were named. */
    public List<Table<?>> tables() {
        return List.copyOf(tables.values());
    }

    /** The kinds of timers that may be on the timeline. */
    public List<Class<?>> timers() {
        List<Class<?>> kinds = new ArrayList<>(timers.keySet());
        kinds.addAll(errands.keySet());
        kinds.add(Delivery.class);
        return kinds;
    }

    /** The kinds of events that somebody listens to. */
    public List<Class<?>> events() {
        return List.copyOf(subscribers.keySet());
    }

    @SuppressWarnings("unchecked")
    void run(Tx tx, Timer timer) {
        Handler<Timer> handler = (Handler<Timer>) timers.get(timer.getClass());
        if (handler == null) {
            throw new IllegalStateException(
                    "nothing handles " + timer.getClass().getSimpleName());
        }
        handler.handle(tx, timer);
    }

    boolean isErrand(Timer timer) {
        return errands.containsKey(timer.getClass());
    }

    /** Runs the errand of a timer; returns what follows. */
    @SuppressWarnings("unchecked")
    Handler<Timer> errand(View view, Timer timer) {
        Errand<Timer> errand = (Errand<Timer>) Objects.requireNonNull(errands.get(timer.getClass()));
        return errand.run(view, timer);
    }

    boolean isHeard(Event event) {
        return subscribers.containsKey(event.getClass());
    }

    @SuppressWarnings("unchecked")
    void deliver(Tx tx, Event event) {
        for (Handler<?> subscriber : subscribers.getOrDefault(event.getClass(), Collections.emptyList())) {
            ((Handler<Event>) subscriber).handle(tx, event);
        }
    }
}
