package dev.capy.core.account;

import java.util.Locale;

/** What kind of user it is. */
public enum UserType {
    HUMAN,
    SERVICE_USER;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
