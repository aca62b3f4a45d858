/**
 * Cron expressions and the instants they mean in a time zone. Plain calculation; knows no world.
 */
@NullMarked
package dev.capy.core.automation.cron;

import org.jspecify.annotations.NullMarked;
