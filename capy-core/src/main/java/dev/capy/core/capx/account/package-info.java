/**
 * Who calls: accounts with their credits, API keys with scopes and tiers, rate limits, repeated calls. Knows no company.
 */
@NullMarked
package dev.capy.core.capx.account;

import org.jspecify.annotations.NullMarked;
