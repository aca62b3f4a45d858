package dev.capy.junit;

import dev.capy.core.source.PullRequest;
import dev.capy.core.source.PullRequest.State;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a pull request, as it was when they began. */
public final class PullRequestAssert extends AbstractAssert<PullRequestAssert, PullRequest> {

    PullRequestAssert(PullRequest actual) {
        super(actual, PullRequestAssert.class);
    }

    public PullRequestAssert isOpen() {
        return hasState(State.OPEN);
    }

    public PullRequestAssert isMerged() {
        return hasState(State.MERGED);
    }

    public PullRequestAssert isClosed() {
        return hasState(State.CLOSED);
    }

    private PullRequestAssert hasState(State expected) {
        return actual.state() == expected ? this : failed("to be " + expected.word());
    }

    public PullRequestAssert isDraft() {
        return actual.draft() ? this : failed("to be a draft");
    }

    public PullRequestAssert isNoDraft() {
        return actual.draft() ? failed("to be no draft") : this;
    }

    public PullRequestAssert hasTitle(String expected) {
        return actual.title().equals(expected) ? this : failed("to be called '" + expected + "'");
    }

    /** It wants to be merged into this branch. */
    public PullRequestAssert isInto(String branch) {
        return actual.baseRef().equals(branch) ? this : failed("to be into " + branch);
    }

    private PullRequestAssert failed(String expectation) {
        failWithMessage(
                "%nExpecting pull request %s#%s '%s'%n%s%nbut it was%n  %s%s, from %s into %s",
                actual.repoFullName(),
                actual.number(),
                actual.title(),
                expectation,
                actual.state().word(),
                actual.draft() ? ", a draft" : "",
                actual.headRef(),
                actual.baseRef());
        return this;
    }
}
