package dev.capy.server.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** JSON paths as violations show them: {@code $.tags[0]}, and {@code $['odd name']} where a name is no identifier. */
final class JsonPath {

    /** Parents first, items by their index, names by the alphabet. */
    static final Comparator<List<Object>> ORDER = JsonPath::compare;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private JsonPath() {}

    /** The path of these names ({@link String}) and indices ({@link Integer}) from the root. */
    static String of(List<?> elements) {
        StringBuilder path = new StringBuilder("$");
        for (Object element : elements) {
            if (element instanceof String name) {
                path.append(PLAIN.matcher(name).matches() ? "." + name : "[" + Wording.quoted(name) + "]");
            } else {
                path.append('[').append(element).append(']');
            }
        }
        return path.toString();
    }

    static List<Object> append(List<Object> path, Object element) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(element);
        return longer;
    }

    private static int compare(List<Object> first, List<Object> second) {
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            int order = first.get(i) instanceof Integer a && second.get(i) instanceof Integer b
                    ? Integer.compare(a, b)
                    : first.get(i).toString().compareTo(second.get(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    }
}
