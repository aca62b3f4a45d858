package dev.capy.core.script;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What an agent does when it is asked for something. Immutable and thread-safe.
 *
 * <pre>{@code
 * Script.captain("login", When.prompt("login"), captain -> captain
 *         .delegate("Add a login page", "Add it.", build -> build
 *                 .create("login.html", "<form>\n")
 *                 .commit("Add a login page")
 *                 .openPullRequest())
 *         .waitForTasks()
 *         .say("{{results}}"));
 * }</pre>
 */
public sealed interface Script {

    /** What people call it; no two of a world are called the same. */
    String name();

    /** Which requests it is for. */
    When when();

    /** Which kind of agent does it. */
    AgentType agent();

    /** What a Captain does. */
    static Script captain(String name, When when, UnaryOperator<CaptainSteps> steps) {
        return new OfCaptain(name, when, steps.apply(CaptainSteps.NONE).steps());
    }

    /** What a Build agent does. */
    static Script build(String name, When when, UnaryOperator<BuildSteps> steps) {
        return new OfBuild(name, when, steps.apply(BuildSteps.NONE).steps());
    }

    /** What a Review agent does. */
    static Script review(String name, When when, UnaryOperator<ReviewSteps> steps) {
        return new OfReview(name, when, steps.apply(ReviewSteps.NONE).steps());
    }

    /** What an agent of a Capx company does at a task. */
    static Script company(String name, When when, UnaryOperator<CompanySteps> steps) {
        return new OfCompany(name, when, steps.apply(CompanySteps.NONE).steps());
    }

    /** What a Captain does. */
    record OfCaptain(String name, When when, List<CaptainStep> steps) implements Script {
        public OfCaptain {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(when, "when");
            steps = List.copyOf(steps);
        }

        @Override
        public AgentType agent() {
            return AgentType.CAPTAIN;
        }
    }

    /** What a Build agent does. */
    record OfBuild(String name, When when, List<BuildStep> steps) implements Script {
        public OfBuild {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(when, "when");
            steps = List.copyOf(steps);
        }

        @Override
        public AgentType agent() {
            return AgentType.BUILD;
        }
    }

    /** What a Review agent does. */
    record OfReview(String name, When when, List<ReviewStep> steps) implements Script {
        public OfReview {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(when, "when");
            steps = List.copyOf(steps);
        }

        @Override
        public AgentType agent() {
            return AgentType.REVIEW;
        }
    }

    /** What an agent of a Capx company does at a task. */
    record OfCompany(String name, When when, List<CompanyStep> steps) implements Script {
        public OfCompany {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(when, "when");
            steps = List.copyOf(steps);
        }

        @Override
        public AgentType agent() {
            return AgentType.COMPANY;
        }
    }
}
