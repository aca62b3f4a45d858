package dev.capy.core.kernel.error;

import java.util.Objects;

/** What was asked for will exist, and does not yet: asking again later may succeed. */
public final class NotReady extends CapyException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code the API's own word for what is missing, for example {@code session_not_ready}
     * @param message the sentence for the caller
     */
    public NotReady(String code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The API's own word for what is missing. */
    public String code() {
        return code;
    }
}
