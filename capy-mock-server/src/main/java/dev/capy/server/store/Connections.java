package dev.capy.server.store;

import java.util.function.Consumer;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** How a database is reached. Thread-safe. */
interface Connections extends AutoCloseable {

    /** Causes can go round in circles. */
    int DEEPEST = 20;

    Jdbi jdbi();

    /** Lets nobody else bring up the schema until the transaction ends. */
    default void lockSchema(Handle handle) {
        // whoever has a directory has it alone
    }

    /** Writes a group of commits, all of them or none. */
    default void write(Consumer<Handle> work) {
        jdbi().useTransaction(work::accept);
    }

    /** Called when a group of commits is written, before anybody is told. */
    default void written() {
        // a commit is durable as it is
    }

    /** Whether several servers may use it at once. */
    boolean isShared();

    /** What may be told of a failure: what the database says of it, in one line, without the data. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("").strip();
    }

    /** What says nothing of the data when it fails. */
    static Jdbi jdbi(ConnectionFactory source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    @Override
    void close();
}
