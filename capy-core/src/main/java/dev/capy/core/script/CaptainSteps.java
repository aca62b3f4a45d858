package dev.capy.core.script;

import dev.capy.core.script.CaptainStep.Assignment;
import dev.capy.core.script.CaptainStep.Awaited;
import dev.capy.core.script.CaptainStep.Obstacle;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a Captain does, step by step: each method adds one. Immutable and thread-safe. */
public record CaptainSteps(List<CaptainStep> steps) {

    /** Nothing yet. */
    public static final CaptainSteps NONE = new CaptainSteps(List.of());

    public CaptainSteps {
        steps = List.copyOf(steps);
    }

    /** See {@link CaptainStep.Say}. */
    public CaptainSteps say(String text) {
        return and(new CaptainStep.Say(text));
    }

    /** Takes a turn, as long as one takes. */
    public CaptainSteps think() {
        return and(new CaptainStep.Think(null));
    }

    /** Takes a turn of exactly this length. */
    public CaptainSteps think(Duration duration) {
        return and(new CaptainStep.Think(duration));
    }

    /** Delegates a task; its Build agent's script is found as for any other. */
    public CaptainSteps delegate(String title, String prompt) {
        return delegate(task(title, prompt));
    }

    /** Delegates a task, and says what its Build agent does. */
    public CaptainSteps delegate(String title, String prompt, UnaryOperator<BuildSteps> build) {
        return delegate(task(title, prompt, build));
    }

    /** Delegates tasks that are done at the same time. */
    public CaptainSteps delegate(Assignment... tasks) {
        return and(new CaptainStep.Delegate(Arrays.asList(tasks)));
    }

    /** A task to be delegated beside others. */
    public static Assignment task(String title, String prompt) {
        return new Assignment(title, prompt, null);
    }

    /** A task to be delegated beside others, and what its Build agent does. */
    public static Assignment task(String title, String prompt, UnaryOperator<BuildSteps> build) {
        return new Assignment(title, prompt, build.apply(BuildSteps.NONE).steps());
    }

    /** See {@link CaptainStep.WaitForTasks}. */
    public CaptainSteps waitForTasks() {
        return and(new CaptainStep.WaitForTasks());
    }

    /** See {@link CaptainStep.WaitFor}. */
    public CaptainSteps waitFor(Awaited what) {
        return and(new CaptainStep.WaitFor(what));
    }

    /** See {@link CaptainStep.WaitForTimer}. */
    public CaptainSteps waitForTimer(Duration duration) {
        return and(new CaptainStep.WaitForTimer(duration));
    }

    /** See {@link CaptainStep.Block}. */
    public CaptainSteps block(Obstacle on) {
        return and(new CaptainStep.Block(on));
    }

    /** See {@link CaptainStep.AskUser}. */
    public CaptainSteps askUser(String question) {
        return and(new CaptainStep.AskUser(question));
    }

    /** See {@link CaptainStep.Spend}. */
    public CaptainSteps spend(long inputTokens, long outputTokens) {
        return and(new CaptainStep.Spend(inputTokens, outputTokens));
    }

    /** See {@link CaptainStep.Fail}. */
    public CaptainSteps fail(String message) {
        return and(new CaptainStep.Fail(message));
    }

    /** See {@link CaptainStep.Archive}. */
    public CaptainSteps archive() {
        return and(new CaptainStep.Archive());
    }

    private CaptainSteps and(CaptainStep next) {
        return new CaptainSteps(Steps.and(steps, next));
    }
}
