package dev.capy.core.kernel.error;

import java.util.List;

/** The input breaks a rule: of its shape, or of the domain (an illegal transition, an unknown tag). */
public final class Invalid extends CapyException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public Invalid(String message) {
        this(message, List.of());
    }

    /**
     * @param message the sentence for the caller
     * @param violations every thing that is wrong, not only the first; may be empty where the sentence says it all
     */
    public Invalid(String message, List<Violation> violations) {
        super(message);
        this.violations = List.copyOf(violations);
    }

    /** One violation at {@code path}, which is also the sentence. */
    public static Invalid at(String path, String message) {
        return new Invalid(message, List.of(new Violation(path, message)));
    }

    /** Every thing that is wrong; empty where the message says it all. */
    public List<Violation> violations() {
        return violations;
    }
}
