package dev.capy.core.shell;

import dev.capy.core.kernel.Canonical;
import dev.capy.core.shell.internal.GlobPattern;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which commands a rule is for. Compared with the whole simple command after expansion, its words joined by one space
 * ({@code npm install --ci}), without redirections, leading assignments and {@code sudo}. Immutable and thread-safe.
 */
public sealed interface CommandPattern {

    /** The kinds by name, for configuration and storage. */
    enum Kind {
        EXACT,
        GLOB,
        REGEX
    }

    Kind kind();

    /** The pattern as it was given. */
    String text();

    /** Whether the rule is for {@code command}. */
    boolean matches(String command);

    /** Whether some command of {@code program} could match: so whether {@code command -v program} finds it. */
    boolean mayMatch(String program);

    /**
     * The pattern of that kind.
     *
     * @throws java.util.regex.PatternSyntaxException when a regular expression is none
     */
    static CommandPattern of(Kind kind, String text) {
        return switch (kind) {
            case EXACT -> new Exact(text);
            case GLOB -> new Glob(text);
            case REGEX -> new Regex(Pattern.compile(text, Pattern.DOTALL));
        };
    }

    /** Exactly this text. */
    static CommandPattern exact(String text) {
        return of(Kind.EXACT, text);
    }

    /** {@code *} any characters, {@code ?} one, {@code [a-z]} one of these; all of the command. */
    static CommandPattern glob(String text) {
        return of(Kind.GLOB, text);
    }

    /** A {@link Pattern} that must match all of the command. */
    static CommandPattern regex(String text) {
        return of(Kind.REGEX, text);
    }

    /** See {@link #exact}. */
    record Exact(String text) implements CommandPattern {

        public Exact {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Kind kind() {
            return Kind.EXACT;
        }

        @Override
        public boolean matches(String command) {
            return command.equals(text);
        }

        @Override
        public boolean mayMatch(String program) {
            return text.equals(program) || text.startsWith(program + " ");
        }
    }

    /** See {@link #glob}. */
    record Glob(String text) implements CommandPattern {

        public Glob {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Kind kind() {
            return Kind.GLOB;
        }

        @Override
        public boolean matches(String command) {
            return GlobPattern.matches(text, command);
        }

        @Override
        public boolean mayMatch(String program) {
            int space = text.indexOf(' ');
            return matches(program) || GlobPattern.matches(space < 0 ? text : text.substring(0, space), program);
        }
    }

    /** See {@link #regex}. Equal when the text is. */
    final class Regex implements CommandPattern, Canonical {

        private final Pattern pattern;

        private Regex(Pattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public Kind kind() {
            return Kind.REGEX;
        }

        @Override
        public String text() {
            return pattern.pattern();
        }

        @Override
        public boolean matches(String command) {
            return pattern.matcher(command).matches();
        }

        @Override
        public boolean mayMatch(String program) {
            Matcher withArguments = pattern.matcher(program + " ");
            return matches(program) || withArguments.matches() || withArguments.hitEnd();
        }

        @Override
        public Object canonicalForm() {
            return Map.of("regex", text());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Regex that && text().equals(that.text());
        }

        @Override
        public int hashCode() {
            return text().hashCode();
        }

        @Override
        public String toString() {
            return "Regex[" + text() + "]";
        }
    }
}
