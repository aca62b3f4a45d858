/**
 * Companies and their agents: how they start, pause, spend and end. Must not know what agents work at.
 */
@NullMarked
package dev.capy.core.capx.company;

import org.jspecify.annotations.NullMarked;
