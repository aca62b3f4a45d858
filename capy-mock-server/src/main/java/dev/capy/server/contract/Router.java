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
            branch.operations.put(operation.method(), Endpoint.of(operation));
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
        Endpoint endpoint = branch.operations.get(method);
        if (endpoint == null) {
            return new Route.MethodNotAllowed(
                    Collections.unmodifiableSortedSet(new TreeSet<>(branch.operations.keySet())));
        }
        return new Route.Found(endpoint.operation(), endpoint.parameters(segments));
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

    /** A parameter of a path, and which segment it is. */
    private record Place(String parameter, int segment) {}

    /** An operation, and where the parameters of its path are. */
    private record Endpoint(Operation operation, List<Place> places) {

        static Endpoint of(Operation operation) {
            List<Place> places = new ArrayList<>();
            List<String> template = segments(operation.path());
            for (int i = 0; i < template.size(); i++) {
                String segment = template.get(i);
                if (isParameter(segment)) {
                    places.add(new Place(segment.substring(1, segment.length() - 1), i));
                }
            }
            return new Endpoint(operation, List.copyOf(places));
        }

        Map<String, String> parameters(List<String> segments) {
            if (places.isEmpty()) {
                return Map.of();
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (Place place : places) {
                values.put(place.parameter(), segments.get(place.segment()));
            }
            return Collections.unmodifiableMap(values);
        }
    }

    private static final class Branch {
        private final Map<String, Branch> literals = new HashMap<>();
        private final Map<String, Endpoint> operations = new TreeMap<>();
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
