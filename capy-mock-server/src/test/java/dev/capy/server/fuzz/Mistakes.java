package dev.capy.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mistakes that no value can have: in the bytes of a body, and in what is said about them. */
final class Mistakes {

    private static final int ONE_MIB = 1 << 20;
    private static final List<Map<String, String>> HEADERS = List.of(
            Map.of(),
            Map.of("Content-Type", "text/plain"),
            Map.of("Content-Type", "application/jsonx"),
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"));

    private Mistakes() {}

    static List<Attempt> of(Requests requests, Spec.Target target) {
        String plain = requests.plainBody(target);
        List<Attempt> attempts = new ArrayList<>();
        for (Map<String, String> headers : HEADERS) {
            attempts.add(requests.attempt(target, false, requests.plainQuery(target), plain, headers));
        }
        for (String body : bodies(plain)) {
            attempts.add(requests.attempt(target, false, requests.plainQuery(target), body));
        }
        attempts.add(requests.attempt(target, !target.bodyRequired(), requests.plainQuery(target), ""));
        return attempts;
    }

    private static List<String> bodies(String plain) {
        String name = plain.length() > 2 ? plain.substring(1, plain.indexOf('"', 2) + 1) : "\"a\"";
        return List.of(
                plain.substring(0, plain.length() - 1),
                plain + "{}",
                plain + "]",
                plain + plain,
                "\ufeff" + plain,
                "[" + plain + "]",
                "// " + plain,
                "{" + name + ":1," + name + ":1}",
                "{" + name + ":NaN}",
                "{" + name + ":-Infinity}",
                "{" + name + ":01}",
                "{" + name + ":1e99999999999}",
                "{" + name + ":" + "9".repeat(5_000) + "}",
                "{" + name + ":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{" + name + ":\"\t\"}",
                "{" + name + ":\"\\x\"}",
                Requests.NOT_UTF_8 + "\"\u00e9\"}",
                "{" + name + ":" + "[".repeat(101) + "]".repeat(101) + "}",
                "[".repeat(20_000),
                ("{" + name + ":").repeat(5_000) + "1" + "}".repeat(5_000),
                " ",
                "\u0000",
                " ".repeat(ONE_MIB + 1 - plain.length()) + plain);
    }

    /** Whether a wrong value is wrong in a query too, where all is text and half a pair cannot be. */
    static boolean canBeInQuery(JsonNode schema, JsonNode value) {
        boolean takesText = schema.path("type").asText().equals("string");
        if (value.isContainerNode() || value.isNull() || value.asText().contains("\n\n")) {
            return false;
        }
        String text = value.asText();
        if (text.length() > 2_000 || text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            return false;
        }
        return value.isTextual() ? takesText || !text.matches("-?[0-9]+") : !takesText;
    }
}
