/**
 * The ids git gives to blobs, trees and commits.
 * Knows no history and no storage; it never runs git.
 */
@NullMarked
package dev.capy.core.source.git;

import org.jspecify.annotations.NullMarked;
