package dev.capy.core.usage;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one turn, or one stretch of a machine's time, has cost.
 *
 * @param id its id
 * @param jamId the run that it was for
 * @param at when it was charged
 * @param model the model that was asked; null for machine time
 * @param llmDollars what the model cost
 * @param vmDollars what the machine cost
 */
public record Charge(
        String id, String jamId, Instant at, @Nullable String model, BigDecimal llmDollars, BigDecimal vmDollars) {}
