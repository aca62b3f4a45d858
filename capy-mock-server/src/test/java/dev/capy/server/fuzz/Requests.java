package dev.capy.server.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes the requests of an edition: each thing that can be right or wrong once, and then any number by chance. */
final class Requests {

    /** What a body starts with that goes out with one byte a character. */
    static final String NOT_UTF_8 = "{\"not-utf-8\":";

    static final String OWNER = "capy_demo";
    private static final String ACTING_FOR = "capy_demo_admin_service";
    private static final String IMPERSONATE = "impersonateUserEmail";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final JsonMapper PLAIN = new JsonMapper();
    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final List<Spec.Target> targets;
    private final Right right;
    private final Wrong wrong;

    Requests(Spec spec) {
        targets = spec.targets();
        right = new Right(spec);
        wrong = new Wrong(right, new Fits(spec));
    }

    List<Spec.Target> targets() {
        return targets;
    }

    /** Each optional field, choice and bound, and each mistake, of each operation. */
    List<Attempt> systematic() {
        List<Attempt> attempts = new ArrayList<>();
        for (Spec.Target target : targets) {
            List<Map<String, String>> queries = rightQueries(target);
            queries.forEach(query -> attempts.add(attempt(target, true, query, plainBody(target))));
            if (target.hasBody()) {
                right.all("", target.body())
                        .forEach(body -> attempts.add(attempt(target, true, plainQuery(target), text(body))));
                wrong.all("", target.body())
                        .forEach(body -> attempts.add(attempt(target, false, plainQuery(target), text(body))));
                attempts.addAll(Mistakes.of(this, target));
            }
            wrongQueries(target).forEach(query -> attempts.add(attempt(target, false, query, plainBody(target))));
        }
        return attempts;
    }

    /** One request by chance. */
    Attempt random(Random random) {
        Spec.Target target = targets.get(random.nextInt(targets.size()));
        if (random.nextInt(5) < 2 && target.hasBody()) {
            List<JsonNode> bodies = wrong.all("", target.body());
            return attempt(target, false, someQuery(target, random), text(bodies.get(random.nextInt(bodies.size()))));
        } else if (random.nextInt(5) < 2 && !target.query().isEmpty()) {
            List<Map<String, String>> queries = wrongQueries(target);
            return attempt(target, false, queries.get(random.nextInt(queries.size())), plainBody(target));
        }
        String body = target.hasBody() ? text(right.some("", target.body(), random)) : "";
        return attempt(target, true, someQuery(target, random), body);
    }

    Attempt attempt(Spec.Target target, boolean isRight, Map<String, String> query, String body) {
        return attempt(target, isRight, query, body, body.isEmpty() ? Map.of() : JSON);
    }

    Attempt attempt(
            Spec.Target target, boolean isRight, Map<String, String> query, String body, Map<String, String> headers) {
        boolean acts = query.containsKey(IMPERSONATE) || body.contains(IMPERSONATE);
        return new Attempt(target, isRight, path(target, query), acts ? ACTING_FOR : OWNER, headers, body);
    }

    private static String path(Spec.Target target, Map<String, String> query) {
        String path = target.path();
        for (JsonNode parameter : target.pathParameters()) {
            String name = parameter.path("name").asText();
            path = path.replace("{" + name + "}", Scene.inPath(name));
        }
        StringBuilder full = new StringBuilder(path);
        query.forEach((name, value) -> {
            full.append(full.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
            // the same parameter twice: its second value comes after a line
            full.append(encoded(value).replace("%0A%0A", "&" + name + "="));
        });
        return full.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The plainest body that is right; empty where none is taken. */
    String plainBody(Spec.Target target) {
        return target.hasBody() ? text(right.all("", target.body()).get(0)) : "";
    }

    /** The query that has what is required and nothing else. */
    Map<String, String> plainQuery(Spec.Target target) {
        Map<String, String> query = new LinkedHashMap<>();
        for (JsonNode parameter : target.query()) {
            if (parameter.path("required").asBoolean()) {
                query.put(name(parameter), values(parameter).get(0));
            }
        }
        return query;
    }

    private List<Map<String, String>> rightQueries(Spec.Target target) {
        List<Map<String, String>> queries = new ArrayList<>(List.of(plainQuery(target)));
        for (JsonNode parameter : target.query()) {
            values(parameter).forEach(value -> queries.add(with(target, name(parameter), value)));
        }
        queries.add(with(target, "capybara", "1"));
        return queries;
    }

    private List<Map<String, String>> wrongQueries(Spec.Target target) {
        List<Map<String, String>> queries = new ArrayList<>();
        for (JsonNode parameter : target.query()) {
            String name = name(parameter);
            for (JsonNode value : wrong.all(name, parameter.path("schema"))) {
                if (Mistakes.canBeInQuery(right.spec().resolve(parameter.path("schema")), value)) {
                    queries.add(with(target, name, value.asText()));
                }
            }
            String plain = values(parameter).get(0);
            queries.add(with(target, name, plain + "\n\n" + plain));
            if (parameter.path("required").asBoolean()) {
                Map<String, String> without = plainQuery(target);
                without.remove(name);
                queries.add(without);
            }
        }
        return queries;
    }

    private Map<String, String> someQuery(Spec.Target target, Random random) {
        Map<String, String> query = plainQuery(target);
        for (JsonNode parameter : target.query()) {
            if (random.nextInt(4) == 0) {
                List<String> values = values(parameter);
                query.put(name(parameter), values.get(random.nextInt(values.size())));
            }
        }
        return query;
    }

    private Map<String, String> with(Spec.Target target, String name, String value) {
        Map<String, String> query = plainQuery(target);
        query.put(name, value);
        return query;
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }

    private List<String> values(JsonNode parameter) {
        return right.all(name(parameter), parameter.path("schema")).stream()
                .map(value ->
                        value.isNumber() ? value.decimalValue().toBigInteger().toString() : value.asText())
                .map(value -> value.replace("\n\n", "\n"))
                .toList();
    }

    static String text(JsonNode body) {
        try {
            String text = PLAIN.writeValueAsString(body);
            return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    ? ESCAPED.writeValueAsString(body)
                    : text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
