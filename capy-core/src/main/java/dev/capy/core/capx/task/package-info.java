/**
 * Tasks, and the agents that work at them from heartbeat to heartbeat. Knows no playbook.
 */
@NullMarked
package dev.capy.core.capx.task;

import org.jspecify.annotations.NullMarked;
