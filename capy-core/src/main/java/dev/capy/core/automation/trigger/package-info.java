/**
 * What makes an automation run, in both views that the API has of it: a list of triggers, and the older single one. Data
 * and how it matches; starts nothing.
 */
@NullMarked
package dev.capy.core.automation.trigger;

import org.jspecify.annotations.NullMarked;
