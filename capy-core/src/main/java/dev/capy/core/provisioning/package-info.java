/**
 * How a virtual machine becomes ready: the provisioning steps in order, their logs, timing and failures. Knows no
 * pool, no thread, no task.
 */
@NullMarked
package dev.capy.core.provisioning;

import org.jspecify.annotations.NullMarked;
