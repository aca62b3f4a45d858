package dev.capy.server.store;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ids of records, for whoever looks for them in a database. */
final class RecordId {

    private static final String NAME = "id";
    private static final int LONGEST = 300;

    private static final ClassValue<Optional<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Optional<RecordComponent> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> component.getName().equals(NAME) && component.getType() == String.class)
                    .filter(component -> component.getAccessor().trySetAccessible())
                    .findFirst();
        }
    };

    private RecordId() {}

    /** What a record says of its id; null when it has none. */
    static @Nullable String of(Record record) {
        return COMPONENTS
                .get(record.getClass())
                .map(component -> read(component, record))
                .filter(id -> id.length() <= LONGEST)
                .orElse(null);
    }

    private static @Nullable String read(RecordComponent component, Record record) {
        try {
            return (String) component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
