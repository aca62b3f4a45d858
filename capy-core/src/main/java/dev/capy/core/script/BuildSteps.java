package dev.capy.core.script;

import dev.capy.core.files.Content;
import dev.capy.core.script.BuildStep.Change;
import java.time.Duration;
import java.util.List;

/** What a Build agent does, step by step: each method adds one. Immutable and thread-safe. */
public record BuildSteps(List<BuildStep> steps) {

    /** Nothing yet. */
    public static final BuildSteps NONE = new BuildSteps(List.of());

    public BuildSteps {
        steps = List.copyOf(steps);
    }

    /** Takes a turn, as long as one takes. */
    public BuildSteps think() {
        return and(new BuildStep.Think(null));
    }

    /** Takes a turn of exactly this length. */
    public BuildSteps think(Duration duration) {
        return and(new BuildStep.Think(duration));
    }

    /** See {@link BuildStep.Say}. */
    public BuildSteps say(String text) {
        return and(new BuildStep.Say(text));
    }

    /** See {@link BuildStep.Run}. */
    public BuildSteps run(String command) {
        return and(new BuildStep.Run(command));
    }

    /** Runs the command of this name that one repository of the Setup has. */
    public BuildSteps runCommand(String name) {
        return and(new BuildStep.RunCommand(name, null));
    }

    /** Runs the command of this name of a repository. */
    public BuildSteps runCommand(String name, String repository) {
        return and(new BuildStep.RunCommand(name, repository));
    }

    /** See {@link BuildStep.Read}. */
    public BuildSteps read(String file) {
        return and(new BuildStep.Read(file));
    }

    /** Replaces the first place of a file where it says {@code find}. */
    public BuildSteps edit(String file, String find, String replacement) {
        return and(new BuildStep.Edit(file, new Change.Replace(find, replacement)));
    }

    /** Adds text at the end of a file. */
    public BuildSteps append(String file, String text) {
        return and(new BuildStep.Edit(file, new Change.Append(text)));
    }

    /** Adds text at the end of the first repository's README, or of another text file where it has none. */
    public BuildSteps appendToReadme(String text) {
        return and(new BuildStep.Edit(null, new Change.Append(text)));
    }

    /** Gives a file that is there another text. */
    public BuildSteps rewrite(String file, String text) {
        return and(new BuildStep.Edit(file, new Change.Rewrite(text)));
    }

    /** See {@link BuildStep.Create}. */
    public BuildSteps create(String file, String text) {
        return create(file, Content.of(text), false);
    }

    /** See {@link BuildStep.Create}. */
    public BuildSteps create(String file, Content content, boolean executable) {
        return and(new BuildStep.Create(file, content, executable));
    }

    /** See {@link BuildStep.Write}. */
    public BuildSteps write(String file, String text) {
        return and(new BuildStep.Write(file, text));
    }

    /** See {@link BuildStep.Delete}. */
    public BuildSteps delete(String file) {
        return and(new BuildStep.Delete(file));
    }

    /** See {@link BuildStep.Rename}. */
    public BuildSteps rename(String from, String to) {
        return and(new BuildStep.Rename(from, to));
    }

    /** See {@link BuildStep.Commit}. */
    public BuildSteps commit(String message) {
        return and(new BuildStep.Commit(message));
    }

    /** Opens a pull request under the task's title. */
    public BuildSteps openPullRequest() {
        return and(new BuildStep.OpenPullRequest(null, false));
    }

    /** See {@link BuildStep.OpenPullRequest}. */
    public BuildSteps openPullRequest(String title, boolean draft) {
        return and(new BuildStep.OpenPullRequest(title, draft));
    }

    /** See {@link BuildStep.Spend}. */
    public BuildSteps spend(long inputTokens, long outputTokens) {
        return and(new BuildStep.Spend(inputTokens, outputTokens));
    }

    /** See {@link BuildStep.Fail}. */
    public BuildSteps fail(String message) {
        return and(new BuildStep.Fail(message));
    }

    /** See {@link BuildStep.CrashVm}. */
    public BuildSteps crashVm() {
        return and(new BuildStep.CrashVm());
    }

    private BuildSteps and(BuildStep next) {
        return new BuildSteps(Steps.and(steps, next));
    }
}
