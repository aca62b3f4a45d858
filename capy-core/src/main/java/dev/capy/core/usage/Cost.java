package dev.capy.core.usage;

import java.math.BigDecimal;

/**
 * An amount of US dollars.
 *
 * @param llmDollars for models
 * @param vmDollars for machines
 */
public record Cost(BigDecimal llmDollars, BigDecimal vmDollars) {

    /** Nothing. */
    public static final Cost ZERO = new Cost(BigDecimal.ZERO, BigDecimal.ZERO);

    public Cost plus(Cost other) {
        return new Cost(llmDollars.add(other.llmDollars), vmDollars.add(other.vmDollars));
    }

    Cost plus(Charge charge) {
        return new Cost(llmDollars.add(charge.llmDollars()), vmDollars.add(charge.vmDollars()));
    }

    /** Both together. */
    public BigDecimal totalDollars() {
        return llmDollars.add(vmDollars);
    }
}
