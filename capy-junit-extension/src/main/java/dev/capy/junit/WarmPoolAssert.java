package dev.capy.junit;

import dev.capy.core.warmpool.PoolStatus;
import org.assertj.core.api.AbstractAssert;

/** Assertions about how many instances a warm pool has, as it was when they began. */
public final class WarmPoolAssert extends AbstractAssert<WarmPoolAssert, PoolStatus> {

    WarmPoolAssert(PoolStatus actual) {
        super(actual, WarmPoolAssert.class);
    }

    public WarmPoolAssert hasReady(int expected) {
        return actual.ready() == expected ? this : failed(expected + " ready");
    }

    public WarmPoolAssert hasProvisioning(int expected) {
        return actual.provisioning() == expected ? this : failed(expected + " provisioning");
    }

    public WarmPoolAssert hasFailed(int expected) {
        return actual.failed() == expected ? this : failed(expected + " failed");
    }

    private WarmPoolAssert failed(String expectation) {
        failWithMessage(
                "%nExpecting the warm pool to have%n  %s%nbut it had%n  %s ready, %s provisioning, %s failed",
                expectation, actual.ready(), actual.provisioning(), actual.failed());
        return this;
    }
}
