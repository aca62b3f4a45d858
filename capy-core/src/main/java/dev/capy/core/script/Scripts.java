package dev.capy.core.script;

import dev.capy.core.script.CaptainStep.Assignment;
import java.util.List;

/** What agents do when nobody scripted them. Immutable and thread-safe. */
public final class Scripts {

    private static final List<CaptainStep> CAPTAIN = List.of(
            new CaptainStep.Think(null),
            new CaptainStep.Say("I will have a Build agent take care of this: {{title}}"),
            new CaptainStep.Delegate(List.of(new Assignment("{{title}}", "{{prompt}}"))),
            new CaptainStep.WaitForTasks(),
            new CaptainStep.Think(null),
            new CaptainStep.Say("{{results}}"));

    private static final List<CaptainStep> CAPTAIN_WITHOUT_REPOSITORIES = List.of(
            new CaptainStep.Think(null), new CaptainStep.Say("This project has no repositories. {{title}}: noted."));

    private static final List<BuildStep> BUILD = List.of(
            new BuildStep.Think(null),
            new BuildStep.Run("git status"),
            new BuildStep.Append(null, "\n## {{title}}\n\nSee `docs/{{identifier}}.md`.\n"),
            new BuildStep.Write("docs/{{identifier}}.md", "# {{title}}\n\n{{prompt}}\n"),
            new BuildStep.Commit("{{title}}"),
            new BuildStep.Say("I documented \"{{title}}\" and committed it."));

    /**
     * What a Captain does.
     *
     * @param hasRepositories whether there is anything to build on
     */
    public List<CaptainStep> captain(boolean hasRepositories) {
        return hasRepositories ? CAPTAIN : CAPTAIN_WITHOUT_REPOSITORIES;
    }

    /** What a Build agent does. */
    public List<BuildStep> build() {
        return BUILD;
    }
}
