package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that cannot be used: none of them is begun anew. */
class BadDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void thatIsInUse() {
        try (Database database = Database.in(directory)) {
            assertThatThrownBy(() -> Database.in(directory).close())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is in use by another server");
        }
    }

    @Test
    void thatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");

        assertThatThrownBy(() -> Database.in(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("choose another --data");
    }

    @Test
    void thatIsDamaged() throws IOException {
        Database.in(directory).close();
        Path data = directory.resolve("capy.mv.db");
        byte[] bytes = Files.readAllBytes(data);
        Arrays.fill(bytes, (byte) 'x');
        Files.write(data, bytes);

        assertThatThrownBy(() -> Database.in(directory))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void thatANewerVersionWrote() {
        try (Database database = Database.in(directory)) {
            database.jdbi().useHandle(handle -> handle.execute("INSERT INTO capy_schema (version) VALUES (999)"));
        }

        assertThatThrownBy(() -> Database.in(directory))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The data were written by a newer version (their schema is 999");
    }
}
