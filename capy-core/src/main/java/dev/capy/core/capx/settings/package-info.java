/**
 * How long things take and what they cost in Capx. Plain data; knows no company.
 */
@NullMarked
package dev.capy.core.capx.settings;

import org.jspecify.annotations.NullMarked;
