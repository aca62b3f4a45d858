package dev.capy.core.account;

import java.util.Objects;

/**
 * A bearer token, by its name: the secret itself is no part of a world and is known to whoever routes requests to it.
 *
 * @param name what the fixture calls it, for example {@code capy_demo}
 * @param userId whom it stands for
 */
public record ApiToken(String name, String userId) {

    public ApiToken {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(userId, "userId");
    }
}
