package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a database that is only ever appended to. */
class FileSizeTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void isMadeSmallAgainWhileItIsUsed() throws IOException {
        String digest;
        long largest = 0;
        try (Database database = Database.in(directory, "", MEGABYTE)) {
            JdbiStore store = database.worlds()
                    .create("w", 1, CapyClock.EPOCH, ClockMode.MANUAL, WorldSettings.DEFAULT, Optional.empty());
            CapyWorld world = CapyWorld.builder().seed(1).store(store).build();
            for (int i = 0; i < 200; i++) {
                world.as("capy_demo").startThread("proj_demo", "Add a login page.");
                largest = Math.max(largest, size());
            }
            digest = world.digest();
        }

        assertThat(largest).isLessThan(8 * MEGABYTE);
        assertThat(size()).isLessThan(2 * MEGABYTE);
        try (Database database = Database.in(directory)) {
            KeptWorld kept = database.worlds().find("w").orElseThrow();
            assertThat(kept.builder().build().digest()).isEqualTo(digest);
        }
    }

    private long size() throws IOException {
        return Files.size(directory.resolve("capy.mv.db"));
    }
}
