package dev.capy.server.journal;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of paths, where {@code *} stands for anything within a segment and {@code **} for anything at all. */
public final class PathGlob {

    private static final Pattern PARTS = Pattern.compile("\\*\\*|\\*|[^*]+");

    private PathGlob() {}

    public static Pattern compile(String glob) {
        return Pattern.compile(
                PARTS.matcher(glob).results().map(part -> regex(part.group())).collect(Collectors.joining()));
    }

    private static String regex(String part) {
        return switch (part) {
            case "**" -> ".*";
            case "*" -> "[^/]*";
            default -> Pattern.quote(part);
        };
    }
}
