package dev.capy.core.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

/**
 * What things cost, in US dollars with six decimals. The figures are placeholders, in {@code prices.properties}. Immutable
 * and thread-safe.
 */
public final class Prices {

    private static final int DECIMALS = 6;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());

    private final Properties prices = new Properties();

    public Prices() {
        try (InputStream file = Prices.class.getResourceAsStream("prices.properties")) {
            prices.load(Objects.requireNonNull(file, "prices.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a model's tokens cost; a model that the list does not know costs its default. */
    public BigDecimal of(TokensUsed used) {
        String[] price = prices.getProperty("model." + used.model(), price("model.default"))
                .split("\\s+");
        BigDecimal input = new BigDecimal(price[0]).multiply(BigDecimal.valueOf(used.input()));
        BigDecimal output = new BigDecimal(price[1]).multiply(BigDecimal.valueOf(used.output()));
        return input.add(output).divide(MILLION, DECIMALS, RoundingMode.HALF_UP);
    }

    /** What a machine's time costs. */
    public BigDecimal of(MachineUsed used) {
        return new BigDecimal(price("vm." + used.size()))
                .multiply(BigDecimal.valueOf(used.time().toMillis()))
                .divide(HOUR, DECIMALS, RoundingMode.HALF_UP);
    }

    private String price(String name) {
        return Objects.requireNonNull(prices.getProperty(name), name);
    }
}
