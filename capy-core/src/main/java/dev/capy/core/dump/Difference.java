package dev.capy.core.dump;

import org.jspecify.annotations.Nullable;

/**
 * One place where two documents differ.
 *
 * @param pointer where, as a JSON pointer; where files are compared, through the directories that hold them
 * @param before the plain data there; null when there is none
 * @param after the same afterwards
 */
public record Difference(
        String pointer, @Nullable Object before, @Nullable Object after) {}
