package dev.capy.server.fuzz;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** Texts that mean something: what a world knows, by the name of the field; and some for each pattern and format. */
final class Samples {

    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            entry("projectId", List.of("proj_demo")),
            entry("projectIds", List.of("proj_demo", "proj_demo,proj_empty", ",", "")),
            entry("orgId", List.of("org_demo")),
            entry("userId", List.of("user_owner", "user_member")),
            entry("authorId", List.of("user_owner", "user_nobody")),
            entry("participantId", List.of("user_owner", "user_nobody")),
            entry("impersonateUserEmail", List.of("member@demo.test", "owner@demo.test")),
            entry("repoFullName", List.of("acme/app")),
            entry("repository", List.of("acme/app")),
            entry("repoBranches", List.of("main")),
            entry("branch", List.of("main")),
            entry("baseBranch", List.of("main")),
            entry("model", List.of("auto", "claude-opus-4-8")),
            entry("tag", List.of("bug")),
            entry("browserSnapshotIds", List.of(Scene.SNAPSHOT)),
            entry("token", List.of(Scene.TOKEN)),
            entry("cron", List.of("0 9 * * 1-5", "*/15 * * * *")),
            entry("timezone", List.of("Europe/Berlin", "UTC")),
            entry("channel", List.of("C0123456789")),
            entry("name", List.of("ALPHA", "beta_2")),
            entry("regex", List.of("^a+$", "b|c")));

    private static final Map<String, List<String>> BY_PATTERN = Map.of(
            "^[a-z0-9][a-z0-9_-]{0,63}$", List.of("bug", "0", "a".repeat(64)),
            "^rel_[a-f0-9]{40}$", List.of("rel_" + "0123456789abcdef".repeat(2) + "01234567"),
            "^[\\x21-\\x7e]+$", List.of("m-1", "!", "~".repeat(64)),
            "^(0|[1-9]\\d*)$", List.of("0", "10"),
            "^[A-Za-z0-9][A-Za-z0-9_-]*$", List.of("analyst", "a_B-0", "x".repeat(64)),
            "^https?://", List.of("http://127.0.0.1:9/hook", "https://localhost/a?b=c"));

    private static final Map<String, List<String>> BY_FORMAT = Map.of(
            "email", List.of("member@demo.test", "o'neil+x@a-b.example", "A_1@x.y.zz"),
            "uri", List.of("https://example.com/a.png", "urn:a:b", "http://[::1]:80/a?b=c#d", "data:,a%20b"),
            "date-time",
                    List.of(
                            "2026-01-01T00:00:00Z",
                            "2026-01-01T00:00Z",
                            "2024-02-29T23:59:59.123456789Z",
                            "0000-01-01T00:00:00.0Z",
                            "9999-12-31T23:59:59.999Z"));

    private Samples() {}

    static List<String> named(String name) {
        return BY_NAME.getOrDefault(name, List.of());
    }

    static List<String> ofFormat(String format) {
        return BY_FORMAT.getOrDefault(format, List.of());
    }

    static List<String> ofPattern(String pattern) {
        List<String> samples = BY_PATTERN.get(pattern);
        if (samples == null) {
            throw new IllegalStateException("give the fuzz test samples of the pattern " + pattern);
        }
        return samples;
    }
}
