package dev.capy.core.source;

import java.util.regex.Pattern;

/** What a branch can be called: what {@code git check-ref-format --branch} says. */
public final class BranchNames {

    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\x00-\\x20\\x7f~^:?*\\[\\\\]" // anywhere
                    + "|\\.\\.|//|/\\.|@\\{"
                    + "|^[-./]|^HEAD$"
                    + "|[./]$|\\.lock(/|$)");

    private BranchNames() {}

    /** Whether git takes {@code name} for a branch. */
    public static boolean isValid(String name) {
        return !name.isEmpty() && !FORBIDDEN.matcher(name).find();
    }
}
