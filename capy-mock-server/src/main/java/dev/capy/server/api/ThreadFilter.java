package dev.capy.server.api;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Project;
import dev.capy.core.source.PullRequest;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.SlackLink;
import dev.capy.server.contract.Query;
import dev.capy.server.wire.Refusals;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which threads of a project a query asks for. */
final class ThreadFilter {

    private static final List<String> TEXTS = List.of(
            "status",
            "branch",
            "slackThreadTs",
            "authorId",
            "authorEmail",
            "participantId",
            "participantEmail",
            "origin",
            "prState",
            "tag",
            "slackChannelId",
            "q");

    private final CapyWorld world;
    private final Project project;
    private final Query query;

    /** @throws Invalid when two filters exclude each other */
    ThreadFilter(CapyWorld world, Project project, Query query) {
        this.world = world;
        this.project = project;
        this.query = query;
        requireOneOf("authorId", "authorEmail");
        requireOneOf("participantId", "participantEmail");
    }

    private void requireOneOf(String first, String second) {
        if (query.textIfDeclared(first).isPresent()
                && query.textIfDeclared(second).isPresent()) {
            throw Refusals.ofQuery("$." + second, "must not be given together with " + first);
        }
    }

    /** All filters as one text: a page of one list is no page of another. */
    String describe() {
        String texts = TEXTS.stream()
                .flatMap(name -> query.textIfDeclared(name).map(value -> name + "=" + value).stream())
                .collect(Collectors.joining("&"));
        return "threads of " + project.id() + " with " + texts + "&prNumber=" + query.optionalInteger("prNumber");
    }

    boolean matches(View view, CaptainThread thread) {
        return is("status", thread.runState().status()::equals)
                && is("origin", thread.origin().word()::equals)
                && is("tag", thread.tags()::contains)
                && is("authorId", thread.authorId()::equals)
                && is(
                        "authorEmail",
                        email -> member(view, email)
                                .filter(user -> thread.authorId().equals(user.id()))
                                .isPresent())
                && is("participantId", id -> takesPart(thread, id))
                && is(
                        "participantEmail",
                        email -> member(view, email)
                                .filter(user -> takesPart(thread, user.id()))
                                .isPresent())
                && is(
                        "slackThreadTs",
                        ts -> slack(thread)
                                .map(SlackLink::threadTs)
                                .filter(ts::equals)
                                .isPresent())
                && is(
                        "slackChannelId",
                        id -> slack(thread)
                                .map(SlackLink::channelId)
                                .filter(id::equals)
                                .isPresent())
                && is("branch", branch -> hasBranch(view, thread, branch))
                && is("prState", state -> state.equals(prState(view, thread)))
                && (query.optionalInteger("prNumber").isEmpty()
                        || pullRequests(view, thread)
                                .anyMatch(pull -> pull.number()
                                        == query.optionalInteger("prNumber").getAsLong()))
                && is("q", words -> mentions(view, thread, words.toLowerCase(Locale.ROOT)));
    }

    private boolean is(String name, Predicate<String> matches) {
        return query.textIfDeclared(name).filter(matches.negate()).isEmpty();
    }

    private Optional<User> member(View view, String email) {
        return world.accounts().member(view, project.organizationId(), email);
    }

    private static boolean takesPart(CaptainThread thread, String userId) {
        return thread.authorId().equals(userId)
                || thread.participants().stream()
                        .anyMatch(participant -> participant.userId().equals(userId));
    }

    private static Optional<SlackLink> slack(CaptainThread thread) {
        return Optional.ofNullable(thread.slack());
    }

    private boolean hasBranch(View view, CaptainThread thread, String branch) {
        return world.tasks()
                .ofThread(view, thread.id())
                .oldestFirst()
                .anyMatch(task -> task.branch().equals(branch));
    }

    private Stream<PullRequest> pullRequests(View view, CaptainThread thread) {
        return world.tasks()
                .ofThread(view, thread.id())
                .oldestFirst()
                .flatMap(task -> world.tasks().pullRequest(view, task).stream());
    }

    /** All pull requests of a thread in one word: open when one is, else merged when one is, else closed. */
    private String prState(View view, CaptainThread thread) {
        return pullRequests(view, thread)
                .map(PullRequest::state)
                .min(Comparator.naturalOrder())
                .map(PullRequest.State::word)
                .orElse("none");
    }

    private boolean mentions(View view, CaptainThread thread, String words) {
        Stream<String> texts = Stream.concat(
                Stream.ofNullable(thread.title()),
                world.threads().messages(view, thread.id(), Long.MAX_VALUE).map(message -> message.content()));
        return texts.anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }
}
