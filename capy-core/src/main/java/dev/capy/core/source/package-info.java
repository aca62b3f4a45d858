/**
 * Repositories as GitHub would hold them: commits, branches, and what differs between two of them. Knows no task and
 * no virtual machine.
 */
@NullMarked
package dev.capy.core.source;

import org.jspecify.annotations.NullMarked;
