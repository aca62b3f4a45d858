package dev.capy.core.capx.governance;

import dev.capy.core.capx.governance.Standing.Owner;

/** What becomes of something that was about to be done. */
public sealed interface Verdict {

    /** It may be done. */
    record Allowed() implements Verdict {}

    /**
     * It must not be done.
     *
     * @param rule which rule forbids it
     * @param reason a sentence
     * @param stops who is to stop until that changes
     */
    record Blocked(Rule rule, String reason, Owner stops) implements Verdict {}

    /**
     * A person decides.
     *
     * @param reason a sentence
     */
    record NeedsApproval(String reason) implements Verdict {}
}
