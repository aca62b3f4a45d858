/**
 * Immutable trees of files, shared in structure: what a repository's commit and a virtual machine's disk have in common.
 * Knows no repository, no disk, no shell.
 */
@NullMarked
package dev.capy.core.files;

import org.jspecify.annotations.NullMarked;
