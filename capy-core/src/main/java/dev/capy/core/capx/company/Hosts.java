package dev.capy.core.capx.company;

import java.util.Locale;
import java.util.function.Predicate;

/** The host names of companies. */
final class Hosts {

    private static final String DOMAIN = ".capx.ai";

    private Hosts() {}

    /** The host name that is made of a company's name, with a number when it is taken. */
    static String free(String name, Predicate<String> isTaken) {
        String label = label(name);
        String host = label + DOMAIN;
        for (int n = 2; isTaken.test(host); n++) {
            host = label + "-" + n + DOMAIN;
        }
        return host;
    }

    private static String label(String name) {
        String label =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return label.isEmpty() ? "company" : label;
    }
}
