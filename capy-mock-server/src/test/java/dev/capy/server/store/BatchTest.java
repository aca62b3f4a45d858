package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.Change;
import dev.capy.core.kernel.Commit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written of several commits. */
class BatchTest {

    private static final Batch.Row ROW = new Batch.Row("notes", 7);

    private record Note(String text) {}

    private static Commit became(@Nullable Note before, @Nullable Note after) {
        return new Commit(
                CapyClock.EPOCH,
                0,
                0,
                List.of(new Change("notes", 7, before, after)),
                List.of(),
                List.of(),
                0,
                List.of());
    }

    @Test
    void isTheLastOfSeveralVersionsOfARecord() {
        Note kept = new Note("kept");
        Note last = new Note("last");

        Batch batch = new Batch(List.of(became(kept, new Note("first")), became(new Note("first"), last)));

        assertThat(batch.records()).containsOnlyKeys(ROW).containsValue(new Batch.Fate(false, last));
    }

    @Test
    void isOneNewRecordThoughItHasChangedSince() {
        Note last = new Note("last");

        Batch batch = new Batch(List.of(became(null, new Note("first")), became(new Note("first"), last)));

        assertThat(batch.records()).containsOnlyKeys(ROW).containsValue(new Batch.Fate(true, last));
    }

    @Test
    void isNothingOfARecordThatCameAndWent() {
        Batch batch = new Batch(List.of(became(null, new Note("first")), became(new Note("first"), null)));

        assertThat(batch.records()).isEmpty();
        assertThat(batch.lastSequences()).containsEntry("notes", 7L);
    }

    @Test
    void isTheEndOfARecordThatWasKept() {
        Batch batch = new Batch(List.of(became(new Note("kept"), new Note("first")), became(new Note("first"), null)));

        assertThat(batch.records()).containsOnlyKeys(ROW).containsValue(new Batch.Fate(false, null));
    }
}
