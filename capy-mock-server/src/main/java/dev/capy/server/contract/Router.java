package dev.capy.server.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A tree of path segments; a literal segment wins over a parameter. Immutable once built. */
final class Router {

    private final Branch root = new Branch();

    Router(Collection<Operation> operations) {
        for (Operation operation : operations) {
            Branch branch = root;
            for (String segment : segments(operation.path())) {
                branch = branch.grow(isParameter(segment) ? null : segment);
            }
            branch.operations.put(operation.method(), operation);
        }
    }

    Route route(String method, String path) {
        if (!path.startsWith("/")) {
            return new Route.Unknown();
        }
        List<String> segments = segments(path);
        segments.replaceAll(PercentEncoding::decode);
        Branch branch = segments.contains("") ? null : root.find(segments, 0);
        if (branch == null) {
            return new Route.Unknown();
        }
        Operation operation = branch.operations.get(method);
        if (operation == null) {
            return new Route.MethodNotAllowed(
                    Collections.unmodifiableSortedSet(new TreeSet<>(branch.operations.keySet())));
        }
        return new Route.Found(operation, parameters(operation, segments));
    }

    private static Map<String, String> parameters(Operation operation, List<String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> template = segments(operation.path());
        for (int i = 0; i < template.size(); i++) {
            String segment = template.get(i);
            if (isParameter(segment)) {
                values.put(segment.substring(1, segment.length() - 1), given.get(i));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = 1;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        segments.add(path.substring(start));
        return segments;
    }

    private static final class Branch {
        private final Map<String, Branch> literals = new HashMap<>();
        private final Map<String, Operation> operations = new TreeMap<>();
        private @Nullable Branch parameter;

        Branch grow(@Nullable String literal) {
            if (literal != null) {
                return literals.computeIfAbsent(literal, ignored -> new Branch());
            }
            Branch grown = parameter == null ? new Branch() : parameter;
            parameter = grown;
            return grown;
        }

        @Nullable
        Branch find(List<String> segments, int depth) {
            if (depth == segments.size()) {
                return operations.isEmpty() ? null : this;
            }
            Branch literal = literals.get(segments.get(depth));
            Branch found = literal == null ? null : literal.find(segments, depth + 1);
            return found == null && parameter != null ? parameter.find(segments, depth + 1) : found;
        }
    }
}
