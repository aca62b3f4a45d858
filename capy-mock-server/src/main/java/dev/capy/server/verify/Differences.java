package dev.capy.server.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares values, and names each place where they differ. */
final class Differences {

    static final String NOTHING = "nothing";

    private Differences() {}

    /** Whether both say the same; numbers are what they amount to. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) -> a.isNumber() && b.isNumber()
                        ? a.decimalValue().compareTo(b.decimalValue())
                        : a.equals(b) ? 0 : 1,
                other);
    }

    /** Every place where {@code actual} differs, parents whole only where one side has nothing to compare. */
    static List<Difference> between(String pointer, JsonNode expected, @Nullable JsonNode actual) {
        List<Difference> differences = new ArrayList<>();
        compare(pointer, expected, actual, differences);
        return differences;
    }

    private static void compare(
            String pointer, @Nullable JsonNode expected, @Nullable JsonNode actual, List<Difference> differences) {
        if (expected != null && actual != null && expected.isObject() && actual.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    expected.get(name),
                    actual.get(name),
                    differences));
        } else if (expected != null && actual != null && expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(pointer + "/" + i, expected.get(i), actual.get(i), differences);
            }
        } else if (expected == null || actual == null || !same(expected, actual)) {
            differences.add(new Difference(pointer, text(expected), text(actual)));
        }
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? NOTHING : value.toString();
    }

    static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
