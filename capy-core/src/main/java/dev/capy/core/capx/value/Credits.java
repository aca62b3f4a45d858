package dev.capy.core.capx.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a credit is: about a hundredth of a dollar (source: docs on cost control); here exactly that. */
public final class Credits {

    private static final int CENTS = 2;

    private Credits() {}

    /** So many credits in dollars, with two decimals. */
    public static BigDecimal inDollars(long credits) {
        return BigDecimal.valueOf(credits, CENTS);
    }

    /** How many whole credits so many dollars buy. */
    public static long of(BigDecimal dollars) {
        return dollars.movePointRight(CENTS).setScale(0, RoundingMode.FLOOR).longValue();
    }
}
