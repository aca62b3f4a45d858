package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shapes that all operations of Capx share. Thread-safe. */
final class CapxWire {

    private CapxWire() {}

    /** ISO 8601 in UTC, without fractions of a second. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static @Nullable String timeOrNull(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    /** A time of a query. */
    static Optional<Instant> instant(Optional<String> text) {
        return text.map(time -> OffsetDateTime.parse(time).toInstant());
    }

    /** As it was given, to the digit. */
    static JsonNode amount(@Nullable BigDecimal amount) {
        return amount == null ? NullNode.instance : DecimalNode.valueOf(amount);
    }

    /** An amount of a body; {@code otherwise} where it is missing. */
    static @Nullable BigDecimal amount(JsonNode body, String name, @Nullable BigDecimal otherwise) {
        if (!body.has(name)) {
            return otherwise;
        }
        return body.get(name).isNull() ? null : body.get(name).decimalValue();
    }

    /** A text of a body; {@code otherwise} where it is missing. */
    static @Nullable String text(JsonNode body, String name, @Nullable String otherwise) {
        return body.has(name) ? body.get(name).textValue() : otherwise;
    }
}
