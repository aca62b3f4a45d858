package dev.capy.core.dump;

import dev.capy.core.kernel.codec.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds where secrets were left out of a document. */
final class LeftOutSecrets {

    private final List<String> found = new ArrayList<>();

    List<String> in(Object document) {
        search(document, "");
        return List.copyOf(found);
    }

    private void search(@Nullable Object plain, String pointer) {
        if (plain instanceof Map<?, ?> map) {
            if (Writing.isLeftOut(map)) {
                found.add(pointer);
            }
            new TreeMap<>(map).forEach((name, value) -> search(value, Pointer.member(pointer, name)));
        } else if (plain instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                search(list.get(i), Pointer.member(pointer, i));
            }
        }
    }
}
