package dev.capy.server.cli;

import java.util.List;
import java.util.Optional;

/** Everything that the program can do. */
final class Commands {

    /** The one that is meant where none is named. */
    static final String DEFAULT = "serve";

    private static final List<String> NAMES = List.of(DEFAULT, "dump", "restore", "migrate", "verify", "train");

    private Commands() {}

    /** All of them, in the order in which help tells of them. */
    static List<Command> all() {
        return NAMES.stream().flatMap(name -> named(name).stream()).toList();
    }

    /** The command of this name, of which nothing was said yet; empty if there is none. */
    static Optional<Command> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case DEFAULT -> new Serve();
                    case "dump" -> new DumpData();
                    case "restore" -> new RestoreData();
                    case "migrate" -> new MigrateData();
                    case "verify" -> new VerifyData();
                    case "train" -> new Train();
                    default -> null;
                });
    }
}
