package dev.capy.core.task;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.script.AgentType;
import dev.capy.core.script.BuildStep;
import dev.capy.core.setup.NamedCommand;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.setup.ToolHook;
import dev.capy.core.setup.ToolHooks;
import dev.capy.core.task.CommandRun.Cause;
import dev.capy.core.task.Move.Shell;
import dev.capy.core.task.Move.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a step comes down to: the hooks before its tool, the step itself, the hooks after its tool (source: docs on
 * configs/settings; that a hook that fails keeps nothing from going on is inferred).
 */
final class Moves {

    private final Wording wording;
    private final BuildStep step;
    private final Jam jam;

    private Moves(Wording wording, BuildStep step, Jam jam) {
        this.wording = wording;
        this.step = step;
        this.jam = jam;
    }

    /**
     * The parts of the step that a run has come to, in their order.
     *
     * @throws Invalid when it calls a command by a name that the Setup does not have
     */
    static List<Move> of(Task task, Jam jam) {
        BuildStep step = jam.agenda().current();
        return new Moves(new Wording(task, jam), step, jam).all();
    }

    private List<Move> all() {
        ToolHooks hooks = jam.place().setup().hooks();
        String tool = step.tool().orElse("");
        SortedMap<String, String> values = values();
        List<Move> moves = new ArrayList<>();
        addHooks(moves, Cause.PRE_HOOK, tool, hooks.pre().get(tool), values);
        moves.add(own(tool));
        addHooks(moves, Cause.POST_HOOK, tool, hooks.post().get(tool), values);
        return moves;
    }

    private void addHooks(
            List<Move> moves, Cause cause, String tool, @Nullable ToolHook hook, Map<String, String> values) {
        if (hook != null && hook.appliesTo(AgentType.BUILD)) {
            for (String command : hook.commands()) {
                moves.add(new Shell(cause, tool, HookText.fill(command, values), wording.home()));
            }
        }
    }

    private Move own(String tool) {
        if (step instanceof BuildStep.Run run) {
            return new Shell(Cause.AGENT, tool, wording.fill(run.command()), wording.home());
        } else if (step instanceof BuildStep.RunCommand run) {
            RepositorySetup owner = ownerOf(run);
            return new Shell(Cause.SETUP_COMMAND, tool, command(owner, run.name()), wording.home(owner.repository()));
        }
        return new Work();
    }

    private RepositorySetup ownerOf(BuildStep.RunCommand run) {
        List<RepositorySetup> owners = jam.place().setup().repositories().stream()
                .filter(repository ->
                        run.repository() == null || run.repository().equals(repository.repository()))
                .filter(repository -> wording.isCheckedOut(repository.repository()))
                .filter(repository -> repository.commands().stream()
                        .anyMatch(command -> command.name().equals(run.name())))
                .toList();
        if (owners.size() != 1) {
            throw new Invalid(
                    owners.isEmpty()
                            ? noCommand(run)
                            : "several repositories have a command " + run.name() + ": name one");
        }
        return owners.get(0);
    }

    private String noCommand(BuildStep.RunCommand run) {
        List<String> known = jam.place().setup().repositories().stream()
                .filter(repository -> wording.isCheckedOut(repository.repository()))
                .flatMap(repository -> repository.commands().stream()
                        .map(command -> command.name() + " (" + repository.repository() + ")"))
                .toList();
        String where = run.repository() == null ? "" : " of " + run.repository();
        return "the Setup has no command " + run.name() + where + "; it has "
                + (known.isEmpty() ? "none" : String.join(", ", known));
    }

    private static String command(RepositorySetup owner, String name) {
        return owner.commands().stream()
                .filter(command -> command.name().equals(name))
                .map(NamedCommand::command)
                .findFirst()
                .orElseThrow();
    }

    /** What hooks can name of the tool's arguments. */
    private SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        if (step instanceof BuildStep.Read read) {
            values.put("file_path", wording.path(read.file()));
        } else if (step instanceof BuildStep.Edit edit) {
            values.put("file_path", edit.file() == null ? wording.home() + "/README.md" : wording.path(edit.file()));
        } else if (step instanceof BuildStep.Create create) {
            values.put("file_path", wording.path(create.file()));
        } else if (step instanceof BuildStep.Write write) {
            values.put("file_path", wording.path(write.file()));
        } else if (step instanceof BuildStep.Delete delete) {
            values.put("command", "rm -r " + wording.fill(delete.file()));
        } else if (step instanceof BuildStep.Rename rename) {
            values.put("command", "git mv " + wording.fill(rename.from()) + " " + wording.fill(rename.to()));
        } else if (step instanceof BuildStep.Commit commit) {
            values.put("command", "git commit -m '" + wording.fill(commit.message()) + "'");
        } else if (own(step.tool().orElse("")) instanceof Shell shell) {
            values.put("command", shell.script());
        }
        return values;
    }
}
