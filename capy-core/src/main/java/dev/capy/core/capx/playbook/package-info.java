/**
 * Playbooks: their definitions, and runs that have tasks done step by step.
 */
@NullMarked
package dev.capy.core.capx.playbook;

import org.jspecify.annotations.NullMarked;
