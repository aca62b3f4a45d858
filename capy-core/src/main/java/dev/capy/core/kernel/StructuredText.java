package dev.capy.core.kernel;

import dev.capy.core.kernel.error.Invalid;
import org.jspecify.annotations.Nullable;

/** Reads text that carries structure. Thread-safe. */
@FunctionalInterface
public interface StructuredText {

    /**
     * What the text says, made of {@link java.util.Map} with text keys, {@link java.util.List}, text, numbers, truth
     * values and null.
     *
     * @throws Invalid when it is malformed, saying where
     */
    @Nullable
    Object parse(String text);
}
