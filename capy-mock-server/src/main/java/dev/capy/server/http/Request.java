package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.contract.Operation;
import dev.capy.server.contract.Query;
import dev.capy.server.contract.QueryText;
import dev.capy.server.contract.Route;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A request that a document allows.
 *
 * @param operation what it asks for
 * @param path the path parameters by name
 * @param query the query's values and defaults
 * @param body the body; an empty object where there is none
 */
record Request(Operation operation, Map<String, String> path, Query query, JsonNode body) {

    private static final byte[] NOTHING = {};

    /**
     * Reads a request.
     *
     * @param exchange knows where its path leads, and is told what its body is
     * @param method its method in upper case
     * @param path its raw path below {@code root}
     * @param largestBody how large the body of an operation may be, in bytes
     * @throws HttpError when there is no such operation, or its body cannot be taken
     * @throws dev.capy.core.kernel.error.Invalid when the document does not allow it, naming every violation
     */
    static Request read(
            Incoming incoming,
            Exchange exchange,
            String root,
            String method,
            String path,
            ToIntFunction<Operation> largestBody) {
        Route.Found found = found(exchange.route(), root, method, path);
        Operation operation = found.operation();
        operation.checkPath(found.pathParameters());
        Query query = operation.readQuery(QueryText.decode(incoming.query()));
        byte[] body =
                operation.hasBody() ? incoming.body().readJson(exchange, largestBody.applyAsInt(operation)) : NOTHING;
        exchange.bodyRead();
        return new Request(operation, found.pathParameters(), query, operation.readBody(body));
    }

    private static Route.Found found(Route route, String root, String method, String path) {
        if (route instanceof Route.MethodNotAllowed other) {
            throw HttpError.methodNotAllowed(method, other.allowed());
        } else if (route instanceof Route.Found found) {
            return found;
        }
        throw HttpError.notFound(root + path);
    }
}
