package dev.capy.server.capx;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.util.function.Supplier;

/** Says of what is refused in a part of a body where that part stands. */
final class Within {

    private Within() {}

    /**
     * What {@code read} reads.
     *
     * @param field where the part stands, for example {@code agents[0]}
     * @throws Invalid as {@code read} does, its paths below {@code field}
     */
    static <T> T field(String field, Supplier<T> read) {
        try {
            return read.get();
        } catch (Invalid e) {
            throw new Invalid(
                    e.getMessage(),
                    e.violations().stream()
                            .map(violation -> new Violation(
                                    "$." + field + violation.path().substring(1), violation.message()))
                            .toList());
        }
    }
}
