package dev.capy.core.script;

/** What agents do when no script is for them: something plausible. */
final class DefaultScripts {

    static final CaptainSteps CAPTAIN = CaptainSteps.NONE
            .think()
            .say("I will have a Build agent take care of this: {{title}}")
            .delegate("{{title}}", "{{prompt}}")
            .waitForTasks()
            .think()
            .say("{{results}}");

    static final CaptainSteps CAPTAIN_WITHOUT_REPOSITORIES =
            CaptainSteps.NONE.think().say("This project has no repositories. {{title}}: noted.");

    static final BuildSteps BUILD = BuildSteps.NONE
            .think()
            .run("git status")
            .appendToReadme("\n## {{title}}\n\nSee `docs/{{identifier}}.md`.\n")
            .write("docs/{{identifier}}.md", "# {{title}}\n\n{{prompt}}\n")
            .commit("{{title}}")
            .say("I documented \"{{title}}\" and committed it.");

    static final ReviewSteps REVIEW = ReviewSteps.NONE
            .think()
            .summarize("{{title}}: {{files}} files, +{{additions}} -{{deletions}}. Nothing to object to.");

    private DefaultScripts() {}
}
