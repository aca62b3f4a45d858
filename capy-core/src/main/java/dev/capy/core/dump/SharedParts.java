package dev.capy.core.dump;

import dev.capy.core.kernel.codec.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a document that are written once, however often they occur. */
final class SharedParts {

    static final String NAME = "parts";
    static final Place PLACE = Place.ROOT.member(NAME);

    private SharedParts() {}

    static Map<?, ?> of(Map<String, Object> document) {
        return PLACE.map(document.get(NAME));
    }

    /** What plain data stands for: one of a document's parts where it names one, or itself. */
    static @Nullable Object resolve(Map<String, Object> document, @Nullable Object plain) {
        if (plain instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            Object part =
                    of(document).get(only.getKey()) instanceof Map<?, ?> ofKind ? ofKind.get(only.getValue()) : null;
            return part == null ? plain : part;
        }
        return plain;
    }
}
