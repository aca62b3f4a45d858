package dev.capy.core.shell.internal;

import org.jspecify.annotations.Nullable;

/** What {@code set} switches. Immutable. */
public record Options(boolean errexit, boolean nounset, boolean xtrace, boolean noglob, boolean pipefail) {

    /** All off. */
    public static final Options NONE = new Options(false, false, false, false, false);

    /** These options with one of {@code e u x f} switched; null when there is no such option. */
    public @Nullable Options with(char letter, boolean on) {
        return switch (letter) {
            case 'e' -> new Options(on, nounset, xtrace, noglob, pipefail);
            case 'u' -> new Options(errexit, on, xtrace, noglob, pipefail);
            case 'x' -> new Options(errexit, nounset, on, noglob, pipefail);
            case 'f' -> new Options(errexit, nounset, xtrace, on, pipefail);
            default -> null;
        };
    }

    /** These options with one switched by its long name; null when there is no such option. */
    public @Nullable Options with(String name, boolean on) {
        return switch (name) {
            case "errexit" -> with('e', on);
            case "nounset" -> with('u', on);
            case "xtrace" -> with('x', on);
            case "noglob" -> with('f', on);
            case "pipefail" -> new Options(errexit, nounset, xtrace, noglob, on);
            default -> null;
        };
    }

    /** The letters of what is on, as {@code $-} shows them. */
    String letters() {
        return (errexit ? "e" : "") + (nounset ? "u" : "") + (xtrace ? "x" : "") + (noglob ? "f" : "");
    }
}
