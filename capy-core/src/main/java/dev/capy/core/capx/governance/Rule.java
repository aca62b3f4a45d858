package dev.capy.core.capx.governance;

/** The rules, in the order in which they are looked at. */
public enum Rule {
    KILL_SWITCH("kill_switch"),
    POLICY("execution_policy"),
    SPEND_CAP("spend_cap"),
    APPROVAL("approval");

    private final String word;

    Rule(String word) {
        this.word = word;
    }

    /** The word for it in a refusal; not documented by the vendor. */
    public String word() {
        return word;
    }
}
