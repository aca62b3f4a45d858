package dev.capy.core.setup;

import dev.capy.core.vm.VmSize;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the machines of a project are made ready (source: seed 004). Immutable.
 *
 * @param vmSize how big they are; null where nobody has said
 * @param repositories what each repository needs
 * @param hooks what runs around the tools of agents
 */
public record Setup(@Nullable VmSize vmSize, List<RepositorySetup> repositories, ToolHooks hooks) {

    /** Nothing said. */
    public static final Setup NONE = new Setup(null, List.of(), ToolHooks.NONE);

    public Setup {
        repositories = List.copyOf(repositories);
        Objects.requireNonNull(hooks, "hooks");
    }

    public Setup withVmSize(VmSize other) {
        return new Setup(other, repositories, hooks);
    }

    public Setup withRepositories(RepositorySetup... others) {
        return withRepositories(List.of(others));
    }

    public Setup withRepositories(List<RepositorySetup> others) {
        return new Setup(vmSize, others, hooks);
    }

    public Setup withHooks(ToolHooks others) {
        return new Setup(vmSize, repositories, others);
    }
}
