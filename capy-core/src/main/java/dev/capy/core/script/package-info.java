/**
 * What agents do, as data: the steps of Captain, Build and Review agents and the scripts made of them. Knows neither who
 * interprets them nor on what.
 */
@NullMarked
package dev.capy.core.script;

import org.jspecify.annotations.NullMarked;
