package dev.capy.core.automation;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.automation.trigger.ExternalEvent;
import dev.capy.core.thread.CaptainThread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The demo world, to try its automations. Its webhook tokens are {@code token-1}, {@code token-2} and so on. */
final class AutomationWorld {

    static final String PROJECT = "proj_demo";

    private final AtomicInteger tokens = new AtomicInteger();
    final CapyWorld world = CapyWorld.builder()
            .seed(7)
            .routingSecrets(() -> "token-" + tokens.incrementAndGet())
            .build();
    final Automations automations = world.automations();
    final User owner = world.as("capy_demo").user();
    final User member = world.as("capy_demo_member").user();

    /** Leaves out a token. */
    void nextToken() {
        tokens.incrementAndGet();
    }

    static AutomationConfig config() {
        return AutomationConfig.of("Nightly", "Look for flaky tests.");
    }

    Automation create(AutomationConfig config) {
        return create(owner, PROJECT, config);
    }

    Automation create(User creator, String project, AutomationConfig config) {
        return world.write(tx -> automations.create(tx, creator, project, config));
    }

    Automation update(Automation automation, UnaryOperator<AutomationConfig> change) {
        return update(owner, automation, OptionalLong.empty(), change);
    }

    Automation update(
            User actor, Automation automation, OptionalLong revision, UnaryOperator<AutomationConfig> change) {
        return world.write(tx -> automations.update(tx, actor, now(automation), revision, change));
    }

    void delete(Automation automation) {
        world.write(tx -> {
            automations.delete(tx, now(automation));
            return true;
        });
    }

    RunResult runNow(Automation automation) {
        return world.write(tx -> automations.runNow(tx, now(automation)));
    }

    RunResult call(String token, WebhookCall call) {
        return world.write(tx -> automations.receive(tx, token, call));
    }

    List<RunResult> deliver(ExternalEvent event) {
        return world.write(tx -> automations.deliver(tx, PROJECT, event));
    }

    /** An automation as somebody sees it in a project. */
    Automation seen(User actor, String project, Automation automation) {
        return world.read(view -> automations.visible(view, actor, project, automation.id()));
    }

    /** An automation as it is now. */
    Automation now(Automation automation) {
        return world.read(view -> automations.find(view, automation.id())).orElseThrow();
    }

    List<AutomationRun> runs(Automation automation) {
        return world.read(
                view -> automations.runs(view, automation.id()).oldestFirst().toList());
    }

    List<Instant> runTimes(Automation automation) {
        return runs(automation).stream().map(AutomationRun::startedAt).toList();
    }

    CaptainThread thread(String id) {
        return world.read(view -> world.threads().thread(view, id));
    }

    /** The prompt of a thread. */
    String prompt(String threadId) {
        return world.read(view -> world.threads()
                .messages(view, threadId, Long.MAX_VALUE)
                .reduce((newer, older) -> older)
                .orElseThrow()
                .content());
    }

    AutomationWorld after(Duration time) {
        world.clock().advance(time);
        return this;
    }

    AutomationWorld at(String time) {
        world.clock().advanceTo(Instant.parse(time));
        return this;
    }
}
