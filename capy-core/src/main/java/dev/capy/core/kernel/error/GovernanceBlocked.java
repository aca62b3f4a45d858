package dev.capy.core.kernel.error;

import java.util.Objects;

/** What was asked for is well formed and fits the state, and a rule that people set forbids it. */
public final class GovernanceBlocked extends CapyException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /**
     * @param rule the API's own word for the rule, for example {@code spend_cap}
     * @param message the sentence for the caller
     */
    public GovernanceBlocked(String rule, String message) {
        super(message);
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    /** The API's own word for the rule. */
    public String rule() {
        return rule;
    }
}
