package dev.capy.core.capx.playbook;

import dev.capy.core.capx.value.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an input of a playbook can be; all but the first are not documented by the vendor. */
public enum InputType {
    STRING,
    NUMBER,
    INTEGER,
    BOOLEAN,
    ARRAY,
    OBJECT;

    /** The word for it in a definition. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(Json value) {
        Object plain = value.plain();
        return switch (this) {
            case STRING -> plain instanceof String;
            case NUMBER -> plain instanceof Number;
            case INTEGER -> plain instanceof Number number && isWhole(number);
            case BOOLEAN -> plain instanceof Boolean;
            case ARRAY -> plain instanceof List;
            case OBJECT -> plain instanceof Map;
        };
    }

    private static boolean isWhole(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
    }

    static @Nullable InputType of(String word) {
        for (InputType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        return null;
    }
}
