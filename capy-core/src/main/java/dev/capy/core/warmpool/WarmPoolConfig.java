package dev.capy.core.warmpool;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.provisioning.SetupCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a warm pool is to be. Immutable.
 *
 * @param enabled whether it keeps machines ready
 * @param targetSize how many, 1 to 20
 * @param maxAgeMinutes how long a ready one is kept, 30 to 180
 * @param branch the branch that is checked out in place of each repository's own; null for those
 * @param setupCommands run in {@code /home} once the repositories are there; null for none
 */
public record WarmPoolConfig(
        boolean enabled,
        int targetSize,
        int maxAgeMinutes,
        @Nullable String branch,
        @Nullable List<SetupCommand> setupCommands) {

    /** What a pool is before anyone has said anything; the values are inferred. */
    public static final WarmPoolConfig DEFAULT = new WarmPoolConfig(false, 1, 60, null, null);

    private static final int MAX_TARGET = 20;
    private static final int MIN_AGE = 30;
    private static final int MAX_AGE = 180;

    /** @throws Invalid when a number is out of its range */
    public WarmPoolConfig {
        List<Violation> violations = new ArrayList<>();
        if (targetSize < 1 || targetSize > MAX_TARGET) {
            violations.add(new Violation("$.targetSize", "must be from 1 to 20, was " + targetSize));
        }
        if (maxAgeMinutes < MIN_AGE || maxAgeMinutes > MAX_AGE) {
            violations.add(new Violation("$.maxAgeMinutes", "must be from 30 to 180, was " + maxAgeMinutes));
        }
        if (!violations.isEmpty()) {
            throw new Invalid("The warm pool cannot be configured like this", violations);
        }
        setupCommands = setupCommands == null ? null : List.copyOf(setupCommands);
    }

    public WarmPoolConfig withEnabled(boolean other) {
        return new WarmPoolConfig(other, targetSize, maxAgeMinutes, branch, setupCommands);
    }

    public WarmPoolConfig withTargetSize(int other) {
        return new WarmPoolConfig(enabled, other, maxAgeMinutes, branch, setupCommands);
    }

    public WarmPoolConfig withMaxAgeMinutes(int other) {
        return new WarmPoolConfig(enabled, targetSize, other, branch, setupCommands);
    }

    public WarmPoolConfig withBranch(@Nullable String other) {
        return new WarmPoolConfig(enabled, targetSize, maxAgeMinutes, other, setupCommands);
    }

    public WarmPoolConfig withSetupCommands(@Nullable List<SetupCommand> other) {
        return new WarmPoolConfig(enabled, targetSize, maxAgeMinutes, branch, other);
    }
}
