package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.warmpool.PoolStatus;

/**
 * Where assertions about worlds begin. Import it statically, beside AssertJ's own {@code Assertions}.
 *
 * <pre>{@code
 * assertThat(world).thread(id).isReady().hasTask(task -> task.hasDiffTouching("src/login.js"));
 * }</pre>
 */
public final class CapyAssertions {

    private CapyAssertions() {}

    /** Assertions about a world as it is when each of them is made. */
    public static WorldAssert assertThat(CapyWorld actual) {
        return new WorldAssert(actual);
    }

    /** Assertions about how many instances a warm pool has. */
    public static WarmPoolAssert assertThat(PoolStatus actual) {
        return new WarmPoolAssert(actual);
    }
}
