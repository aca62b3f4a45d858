package dev.capy.server.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.contract.JsonSelector;
import dev.capy.server.http.WebhookHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that a journal does not show, in one list. */
public final class Secrets {

    /** What is shown in the place of a secret. */
    public static final String REDACTED = "[redacted]";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> HEADERS = caseless("Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie");

    private static final List<String> STORAGE =
            List.of("$.storageState.cookies[*].value", "$.storageState.origins[*].localStorage[*].value");
    private static final List<String> WEBHOOK = List.of("$..webhookSecret", "$..webhookUrl");

    /** Where secrets stand in requests and answers, by operation. */
    private static final Map<String, List<JsonSelector>> BODIES = Map.ofEntries(
            entry("upsertPersonalEnvironmentVariables", List.of("$.variables[*].value")),
            entry("createBrowserSnapshot", STORAGE),
            entry("getBrowserSnapshot", STORAGE),
            entry("updateBrowserSnapshot", STORAGE),
            entry("getThreadSessionToken", List.of("$.token")),
            entry("verifySession", List.of("$.token")),
            entry("registerWebhook", List.of("$.data.secret")),
            entry("listAutomations", WEBHOOK),
            entry("createAutomation", WEBHOOK),
            entry("getAutomation", WEBHOOK),
            entry("updateAutomation", WEBHOOK));

    private static final List<JsonSelector> ALL =
            BODIES.values().stream().flatMap(List::stream).distinct().toList();

    private Secrets() {}

    private static Map.Entry<String, List<JsonSelector>> entry(String operation, List<String> paths) {
        return Map.entry(operation, paths.stream().map(JsonSelector::parse).toList());
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    /** A path without the token that opens a webhook. */
    public static String inPath(String path) {
        return path.startsWith(WebhookHandler.ROOT + "/") ? WebhookHandler.ROOT + "/" + REDACTED : path;
    }

    /** Headers without what proves who somebody is; what kind of proof it is stays. */
    static Map<String, List<String>> inHeaders(Map<String, List<String>> headers) {
        Map<String, List<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> shown.put(name, inHeader(name, values)));
        return shown;
    }

    /** The values of a header without what proves who somebody is. */
    static List<String> inHeader(String name, List<String> values) {
        return HEADERS.contains(name) ? values.stream().map(Secrets::scheme).toList() : List.copyOf(values);
    }

    private static String scheme(String value) {
        int blank = value.indexOf(' ');
        return blank < 0 || value.indexOf('=') >= 0 && value.indexOf('=') < blank
                ? REDACTED
                : value.substring(0, blank + 1) + REDACTED;
    }

    /**
     * A body as text without the secrets of its operation.
     *
     * @param operation null when nobody knows what it was meant for: then every secret of every operation is one
     */
    static String inBody(@Nullable String operation, byte[] body) {
        List<JsonSelector> secret = selectors(operation);
        if (body.length == 0 || secret.isEmpty()) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try {
            JsonNode json = JSON.readTree(body);
            return redact(json, secret) ? JSON.writeValueAsString(json) : new String(body, StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            return REDACTED;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /** Whether a value of a body is secret, or holds something that is. */
    public static boolean isSecret(@Nullable String operation, JsonNode body, String pointer) {
        return selectors(operation).stream()
                .flatMap(selector -> selector.select(body).stream())
                .anyMatch(match -> match.pointer().startsWith(pointer) || pointer.startsWith(match.pointer() + "/"));
    }

    private static List<JsonSelector> selectors(@Nullable String operation) {
        return operation == null ? ALL : BODIES.getOrDefault(operation, List.of());
    }

    private static boolean redact(JsonNode json, List<JsonSelector> secret) {
        List<String> pointers = new ArrayList<>();
        secret.forEach(selector -> selector.select(json).forEach(match -> pointers.add(match.pointer())));
        pointers.forEach(pointer -> replace(json, pointer));
        return !pointers.isEmpty();
    }

    private static void replace(JsonNode root, String pointer) {
        int slash = pointer.lastIndexOf('/');
        String name = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        JsonNode owner = root.at(pointer.substring(0, slash));
        if (owner instanceof ObjectNode object && !object.path(name).isNull()) {
            object.put(name, REDACTED);
        } else if (owner instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), REDACTED);
        }
    }
}
