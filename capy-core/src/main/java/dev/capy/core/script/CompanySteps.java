package dev.capy.core.script;

import java.time.Duration;
import java.util.List;

/** What an agent of a Capx company does at a task: each method adds one step. Immutable and thread-safe. */
public record CompanySteps(List<CompanyStep> steps) {

    /** Nothing yet. */
    public static final CompanySteps NONE = new CompanySteps(List.of());

    public CompanySteps {
        steps = List.copyOf(steps);
    }

    /** Takes a turn, as long as one takes. */
    public CompanySteps think() {
        return and(new CompanyStep.Think(null));
    }

    /** Takes a turn of exactly this length. */
    public CompanySteps think(Duration duration) {
        return and(new CompanyStep.Think(duration));
    }

    /** See {@link CompanyStep.Say}. */
    public CompanySteps say(String text) {
        return and(new CompanyStep.Say(text));
    }

    /** See {@link CompanyStep.Use}. */
    public CompanySteps use(String tool) {
        return and(new CompanyStep.Use(tool));
    }

    /** See {@link CompanyStep.Spend}. */
    public CompanySteps spend(long credits) {
        return and(new CompanyStep.Spend(credits));
    }

    /** See {@link CompanyStep.RequestApproval}. */
    public CompanySteps requestApproval(String action, String context, long cost) {
        return and(new CompanyStep.RequestApproval(action, context, cost));
    }

    /** See {@link CompanyStep.Fail}. */
    public CompanySteps fail(String message) {
        return and(new CompanyStep.Fail(message));
    }

    private CompanySteps and(CompanyStep next) {
        return new CompanySteps(Steps.and(steps, next));
    }
}
