package dev.capy.server.store;

import org.jspecify.annotations.Nullable;

/**
 * Who uses a database. Immutable and thread-safe.
 *
 * @param user null for the one that the driver takes
 * @param password null for none
 */
public record Credentials(@Nullable String user, @Nullable String password) {

    /** Nobody in particular. */
    public static final Credentials NONE = new Credentials(null, null);

    /** What is missing here, as {@code others} say. */
    public Credentials or(Credentials others) {
        return new Credentials(user == null ? others.user : user, password == null ? others.password : password);
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
