package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * Writes whole numbers in full that were given with an exponent or a point. The validator takes such a number for a long
 * when a schema says integer, so that 1E+400 becomes whatever its last bits are.
 */
final class HugeNumbers {

    /** Numbers with more digits are as far beyond all bounds as one with so many. */
    private static final int MOST_DIGITS = 1_000;

    private static final int DIGITS_OF_A_LONG = 18;

    private HugeNumbers() {}

    /** The same value, for bounds to be checked; itself when it holds no such number. */
    static JsonNode inFull(JsonNode value) {
        if (value instanceof DecimalNode number) {
            return isHuge(number.decimalValue()) ? BigIntegerNode.valueOf(digits(number.decimalValue())) : value;
        } else if (value instanceof ContainerNode<?> container && holdsAny(container)) {
            return value.isArray() ? ofArray(value) : ofObject(value);
        }
        return value;
    }

    private static JsonNode ofArray(JsonNode array) {
        var copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> copy.add(inFull(item)));
        return copy;
    }

    private static JsonNode ofObject(JsonNode object) {
        var copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            copy.set(property.getKey(), inFull(property.getValue()));
        }
        return copy;
    }

    private static boolean holdsAny(JsonNode value) {
        if (value instanceof DecimalNode number) {
            return isHuge(number.decimalValue());
        }
        for (JsonNode child : value) {
            if (holdsAny(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHuge(BigDecimal number) {
        return digitsBeforePoint(number) > DIGITS_OF_A_LONG && isWhole(number);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static long digitsBeforePoint(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }

    private static BigInteger digits(BigDecimal number) {
        return digitsBeforePoint(number) > MOST_DIGITS
                ? BigInteger.TEN.pow(MOST_DIGITS).multiply(BigInteger.valueOf(number.signum()))
                : number.toBigIntegerExact();
    }
}
