package dev.capy.server.cli;

import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.codec.StateKey;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.server.store.Database;
import dev.capy.server.store.KeptWorld;
import dev.capy.server.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Something that is done with what is kept while no server uses it. */
abstract class DataCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Storage storage;

    @Override
    public Integer call() {
        try (Database database = storage.openPresent()) {
            work(database);
            return 0;
        } catch (StoreException | CapyException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    abstract void work(Database database);

    KeptWorld world(Database database, String id) {
        return database.worlds()
                .find(id)
                .orElseThrow(() -> refuse("There is no world " + id + " in " + storage.name()));
    }

    /** Where the worlds are kept, as a person says it. */
    String name() {
        return storage.name();
    }

    void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    /** What a key in a file seals and opens secrets with; leaves them out without one. */
    Seal seal(@Nullable Path keyFile) {
        if (keyFile == null) {
            return Seal.LEFT_OUT;
        }
        String key = text(keyFile).strip();
        if (key.isEmpty()) {
            throw refuse("--key-file " + keyFile + " is empty: put the key into it");
        }
        return StateKey.of(key);
    }

    String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw refuse(file + " cannot be read");
        }
    }

    ParameterException refuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
