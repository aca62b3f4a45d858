package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One operation of an edition: what it takes and what it answers. Immutable and thread-safe. */
public final class Operation {

    private final Declaration declaration;
    private final Parameters path;
    private final Parameters query;
    private final @Nullable Body body;
    private final Map<Integer, Answer> answers = new TreeMap<>();

    Operation(Declaration declaration, Schemas schemas, Projections projections) {
        this.declaration = declaration;
        this.path = Parameters.of(declaration, "path", schemas);
        this.query = Parameters.of(declaration, "query", schemas);
        this.body = declaration.body() == null
                ? null
                : new Body(schemas.shape(declaration.id(), "body"), declaration.bodyRequired());
        declaration.answers().forEach((status, schema) -> {
            Shape shape = schemas.shape(declaration.id(), String.valueOf(status));
            answers.put(status, new Answer(shape, new Lazy<>(() -> projections.of(schema))));
        });
    }

    /** The {@code operationId}. */
    public String id() {
        return declaration.id();
    }

    /** The HTTP method in upper case. */
    public String method() {
        return declaration.method();
    }

    /** The path below the server's url, its parameters in braces. */
    public String path() {
        return declaration.path();
    }

    /** The first tag, empty if it has none. */
    public String tag() {
        return declaration.tag();
    }

    /** Whether clients had better not use it any more. */
    public boolean isDeprecated() {
        return declaration.deprecated();
    }

    /** The names of all parameters of its query. */
    public Set<String> queryParameters() {
        return query.names();
    }

    /** Whether the operation reads a body at all. */
    public boolean hasBody() {
        return body != null;
    }

    /** Whether a request without a body is refused. */
    public boolean bodyRequired() {
        return declaration.bodyRequired();
    }

    /**
     * Checks the path parameters that {@link Route.Found} brought.
     *
     * @throws Invalid naming every violation
     */
    public void checkPath(Map<String, String> parameters) {
        Map<String, List<String>> values = new TreeMap<>();
        parameters.forEach((name, value) -> values.put(name, List.of(value)));
        path.read(values, "Request path validation failed");
    }

    /**
     * The query's values, typed, and the defaults of those not given. Unknown parameters are ignored.
     *
     * @param parameters decoded values by name, in the order given
     * @throws Invalid naming every violation: a value of the wrong type, a parameter given twice
     */
    public Query readQuery(Map<String, List<String>> parameters) {
        return new Query(id(), query.names(), query.read(parameters, "Request query validation failed"));
    }

    /**
     * The request's body. An operation without a body answers an empty object whatever the bytes are, and so does an
     * optional body that was left out.
     *
     * @param bytes JSON in UTF-8
     * @throws Invalid naming every violation; one at {@code $} if the bytes are no JSON
     */
    public JsonNode readBody(byte[] bytes) {
        return body == null ? JsonNodeFactory.instance.objectNode() : body.read(bytes);
    }

    /**
     * The answer without the properties that the schema of this status does not have; the same instance if there are
     * none, and the argument is never changed. An undeclared status leaves the answer alone.
     */
    public JsonNode project(int status, JsonNode answer) {
        Answer declared = answers.get(status);
        return declared == null ? answer : declared.projection().get().apply(answer);
    }

    /**
     * Everything about an answer that its schema does not allow; empty if it is right. A status of 400 and above that is
     * not declared is the transport's own and right as it is; a lower one is a violation.
     */
    public List<Violation> check(int status, JsonNode answer) {
        Answer declared = answers.get(status);
        if (declared != null) {
            return declared.shape().check(answer);
        }
        return status >= 400
                ? List.of()
                : List.of(new Violation(
                        "$", id() + " has no answer of status " + status + ", only " + declaredStatuses()));
    }

    /** The status of a success. */
    public int success() {
        return declaration.success();
    }

    /** The texts of a list that its document adds under a name of its own, such as {@code x-scopes}; none where it does not. */
    public List<String> extension(String name) {
        JsonNode list = declaration.extensions().get(name);
        List<String> texts = new ArrayList<>();
        if (list != null) {
            list.forEach(text -> texts.add(text.asText()));
        }
        return texts;
    }

    /** Whether its document knows an answer of this status. */
    public boolean declares(int status) {
        return answers.containsKey(status);
    }

    void warmUp() {
        path.warmUp();
        query.warmUp();
        if (body != null) {
            body.shape().warmUp();
        }
        for (Answer answer : answers.values()) {
            answer.shape().warmUp();
            answer.projection().get();
        }
    }

    private String declaredStatuses() {
        return String.join(", ", answers.keySet().stream().map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        return id() + " (" + method() + " " + path() + ")";
    }

    private record Answer(Shape shape, Lazy<Projection> projection) {}
}
