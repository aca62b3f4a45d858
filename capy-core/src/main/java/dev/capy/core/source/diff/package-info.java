/**
 * What changed between two file trees, as git would tell it: states, renames and patches that {@code git apply} takes.
 * Knows no repository, no commit, no pull request.
 */
@NullMarked
package dev.capy.core.source.diff;

import org.jspecify.annotations.NullMarked;
