/**
 * The in-memory hypervisor: hosts, virtual machines, their disks, and the commands that run on them, all in virtual time.
 * Knows no repository, no pool, no agent.
 */
@NullMarked
package dev.capy.core.vm;

import org.jspecify.annotations.NullMarked;
