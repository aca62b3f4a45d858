package dev.capy.server.cli;

import dev.capy.core.kernel.error.CapyException;
import dev.capy.server.store.Database;
import dev.capy.server.store.KeptWorld;
import dev.capy.server.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Something that is done with what is kept while no server uses it. */
abstract class DataCommand implements Command {

    private final Storage storage = new Storage();

    private PrintWriter out = new PrintWriter(Writer.nullWriter());

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(storage.settings());
        settings.addAll(furtherSettings());
        return settings;
    }

    /** What can be said besides where the worlds are. */
    List<Setting<?>> furtherSettings() {
        return List.of();
    }

    @Override
    public void run(Console console) {
        out = console.out();
        try (Database database = storage.openPresent()) {
            work(database);
        } catch (StoreException | CapyException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    abstract void work(Database database);

    KeptWorld world(Database database, String id) {
        return database.worlds()
                .find(id)
                .orElseThrow(() -> new Refusal("There is no world " + id + " in " + storage.name()));
    }

    /** Where the worlds are kept, as a person says it. */
    String place() {
        return storage.name();
    }

    void print(String line) {
        out.println(line);
        out.flush();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read");
        }
    }
}
