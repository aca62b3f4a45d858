package dev.capy.core.shell;

import dev.capy.core.files.Node;
import java.time.Duration;

/** A change of the disk at a moment after the script's start. Immutable and thread-safe. */
public sealed interface Effect {

    /** When, counted from the start. */
    Duration at();

    /** An absolute path without {@code .} and {@code ..}. */
    String path();

    /** From now on there is this file; or this directory, with this mode and at least these entries. */
    record Wrote(Duration at, String path, Node node) implements Effect {}

    /** From now on there is nothing. */
    record Removed(Duration at, String path) implements Effect {}
}
