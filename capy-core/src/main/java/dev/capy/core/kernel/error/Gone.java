package dev.capy.core.kernel.error;

import java.util.Objects;

/** What was asked for existed and has ended for good. */
public final class Gone extends CapyException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code the API's own word for what ended, for example {@code session_ended}
     * @param message the sentence for the caller
     */
    public Gone(String code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The API's own word for what ended. */
    public String code() {
        return code;
    }
}
