package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds values that are no Unicode text: half of a surrogate pair, which an escape can smuggle in and no UTF-8 answer
 * could give back. In the names of fields the JSON reader finds them itself.
 */
final class Unicode {

    private final List<Violation> violations = new ArrayList<>();

    private Unicode() {}

    static List<Violation> violations(JsonNode value) {
        Unicode unicode = new Unicode();
        unicode.visit(List.of(), value);
        return unicode.violations;
    }

    /** Whether the character at this index is half of a pair. */
    static boolean isLoneSurrogate(String text, int index) {
        return Character.isSurrogate(text.charAt(index))
                && Character.charCount(text.codePointAt(index)) == 1
                && (index == 0 || !Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index)));
    }

    private void visit(List<Object> path, JsonNode value) {
        if (value.isTextual()) {
            test(path, value.textValue());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                visit(JsonPath.append(path, i), value.get(i));
            }
        } else {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                visit(JsonPath.append(path, entry.getKey()), entry.getValue());
            }
        }
    }

    private void test(List<Object> path, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLoneSurrogate(text, i)) {
                violations.add(new Violation(
                        JsonPath.of(path), "must be Unicode text, and holds half of a surrogate pair at index " + i));
                return;
            }
        }
    }
}
