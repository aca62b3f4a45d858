package dev.capy.server.http;

import dev.capy.server.contract.Edition;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A document that is read when somebody asks for it; all its operations have to be answered then. Thread-safe. */
final class LazyDocument {

    private final Supplier<Edition> source;
    private final Map<String, ?> handlers;
    private volatile @Nullable Edition edition;

    /** @param handlers what answers its operations, by their ids */
    LazyDocument(Supplier<Edition> source, Map<String, ?> handlers) {
        this.source = source;
        this.handlers = handlers;
    }

    Edition get() {
        Edition known = edition;
        if (known == null) {
            known = source.get();
            Handlers.requireAnswered(known, handlers);
            edition = known;
        }
        return known;
    }
}
