package dev.capy.core.task;

import dev.capy.core.source.diff.FileDiff;
import java.util.List;

/**
 * What a task has changed.
 *
 * @param files the files that differ; paths start with the repository's name where the task has several
 * @param source where the answer comes from, in the API's words: {@code snapshot} of a machine or {@code github}
 */
public record TaskDiff(List<FileDiff> files, String source) {

    public TaskDiff {
        files = List.copyOf(files);
    }

    /** Lines added, over all files. */
    public int additions() {
        return files.stream().mapToInt(FileDiff::additions).sum();
    }

    /** Lines deleted, over all files. */
    public int deletions() {
        return files.stream().mapToInt(FileDiff::deletions).sum();
    }
}
