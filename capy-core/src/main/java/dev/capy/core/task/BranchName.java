package dev.capy.core.task;

import java.util.Locale;

/** What a task's branch is called: {@code capy/<slug>-<id>} (source: docs on using Capy). */
final class BranchName {

    private static final int SLUG = 40;
    private static final int ID = 8;

    private BranchName() {}

    static String of(String title, String taskId) {
        String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = slug.substring(0, Math.min(SLUG, slug.length())).replaceAll("^-+|-+$", "");
        return "capy/" + (cut.isEmpty() ? "task" : cut) + "-" + taskId.substring(0, ID);
    }
}
