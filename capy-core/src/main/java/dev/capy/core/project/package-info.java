/**
 * Projects, their repositories, shared and personal variables, and the tags of an organization's threads: what a
 * caller may see. Knows no thread, no virtual machine.
 */
@NullMarked
package dev.capy.core.project;

import org.jspecify.annotations.NullMarked;
