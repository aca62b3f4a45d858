package dev.capy.core.source;

import dev.capy.core.source.merge.MergeConflict;
import java.util.List;

/**
 * Whether a pull request could be merged as the branches are now; whether it is open and ready is not asked. Immutable.
 *
 * @param fastForward whether the base branch could simply move to the head branch
 * @param conflicts what cannot be decided, sorted by path
 */
public record Mergeability(boolean fastForward, List<MergeConflict> conflicts) {

    public Mergeability {
        conflicts = List.copyOf(conflicts);
    }

    /** Whether nothing is in the way. */
    public boolean isClean() {
        return conflicts.isEmpty();
    }

    /** The paths that conflict. */
    public List<String> conflictingPaths() {
        return conflicts.stream().map(MergeConflict::path).toList();
    }
}
