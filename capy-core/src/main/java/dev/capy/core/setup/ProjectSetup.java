package dev.capy.core.setup;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What counts for the machines of a project.
 *
 * @param source where it comes from
 * @param legacyHooks what there is of the deprecated kind
 * @param setup what is in force; for {@link Source#LEGACY} the hooks as far as a Setup has a place for them
 */
public record ProjectSetup(Source source, Legacy legacyHooks, Setup setup) {

    /** Who says how a project's machines are made ready. */
    public enum Source {
        /** The hooks of its repositories. */
        LEGACY,
        /** The Setup that was saved. */
        SETUP,
        /** Nobody. */
        NONE;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What becomes of the hooks that repositories have. */
    public enum Status {
        /** They run. */
        ACTIVE,
        /** There are some, and a Setup has taken their place. */
        IGNORED,
        /** There are none. */
        NONE;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The deprecated hooks of a project's repositories.
     *
     * @param status what becomes of them
     * @param repositories the full names of those that have some, in the project's order
     * @param checkComplete whether all repositories could be looked at
     */
    public record Legacy(Status status, List<String> repositories, boolean checkComplete) {

        public Legacy {
            Objects.requireNonNull(status, "status");
            repositories = List.copyOf(repositories);
        }
    }

    public ProjectSetup {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(legacyHooks, "legacyHooks");
        Objects.requireNonNull(setup, "setup");
    }
}
