package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One generation of an API, read from its OpenAPI document.
 *
 * <p>Immutable and thread-safe. Validators are compiled at the first use of each operation; see {@link #warmUp()}.
 */
public final class Edition {

    private static final ConcurrentMap<String, Edition> LOADED = new ConcurrentHashMap<>();

    private final String name;
    private final JsonNode document;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Router router;

    /** An edition of a document that lies somewhere else. */
    Edition(String name, OpenApiDocument source) {
        List<Declaration> declarations = source.declarations();
        Schemas schemas = Schemas.of(name, source, declarations);
        Projections projections = new Projections(source);
        for (Declaration declaration : declarations) {
            Operation before = operations.put(declaration.id(), new Operation(declaration, schemas, projections));
            if (before != null) {
                throw new IllegalStateException(name + " declares the operation " + declaration.id() + " twice");
            }
        }
        this.name = name;
        this.document = source.root();
        this.router = new Router(operations.values());
    }

    /**
     * The edition of this name, for example {@code capy-2026-06}; read once and shared from then on.
     *
     * @throws IllegalArgumentException if there is no such document on the class path
     * @throws IllegalStateException if the document says something that this package does not understand
     */
    public static Edition load(String name) {
        Edition known = LOADED.get(name);
        return known == null ? LOADED.computeIfAbsent(name, key -> new Edition(key, OpenApiDocument.read(key))) : known;
    }

    /** The name it was loaded by. */
    public String name() {
        return name;
    }

    /** The whole document, as a copy that the caller may change. */
    public JsonNode document() {
        return document.deepCopy();
    }

    /** Every operation, in the order of the document. */
    public List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    /** The operation with this {@code operationId}. */
    public Optional<Operation> operation(String id) {
        return Optional.ofNullable(operations.get(id));
    }

    /**
     * Where a request belongs. Never throws: whatever the document does not know is {@link Route.Unknown}.
     *
     * @param method in upper case; HEAD is a method like any other here
     * @param path below the server's url, still percent-encoded, without the query: {@code /v1/threads/abc}. A trailing
     *     slash makes it unknown. Path parameters come out decoded as UTF-8; an escape that is none stays as it is.
     */
    public Route route(String method, String path) {
        return router.route(method, path);
    }

    /** Compiles everything that is otherwise compiled at first use. */
    public void warmUp() {
        operations.values().forEach(Operation::warmUp);
    }
}
