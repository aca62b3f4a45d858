/**
 * Automations: work that starts by itself, at a time, on a webhook or on an event, or on demand, and always acts for the
 * one who set it up. Knows no HTTP: a request that came in is given as text and as structure.
 */
@NullMarked
package dev.capy.core.automation;

import org.jspecify.annotations.NullMarked;
