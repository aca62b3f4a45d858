package dev.capy.core.shell.internal;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.Node;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.shell.CommandRules;
import dev.capy.core.shell.FileWrite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs what is no builtin: scripts on the disk, programs with a rule, and all others. */
final class ProgramRunner {

    private final Interpreter interpreter;

    ProgramRunner(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    int run(List<String> words, ShellProcess process) {
        String name = words.get(0);
        Node named =
                name.indexOf('/') >= 0 ? process.disk.at(process.resolve(name)).orElse(null) : null;
        if (named instanceof FileNode file && file.isExecutable() && ScriptFile.isShell(file)) {
            return script(name, file, words, process);
        }
        CommandRules rules = process.evaluation.rules();
        Optional<CommandRule> rule = rules.rules().isEmpty() ? Optional.empty() : rules.find(String.join(" ", words));
        if (rule.isPresent()) {
            return perform(rule.get(), process);
        }
        if (named != null && !(named instanceof FileNode file && file.isExecutable())) {
            process.complain(name + ": Permission denied");
            return 126;
        }
        Optional<String> path = named == null ? ScriptFile.onPath(name, process) : Optional.empty();
        if (path.isPresent()) {
            FileNode file = process.disk.tree().file(path.get()).orElseThrow();
            return script(path.get(), file, words, process);
        }
        return unknown(name, rules, process);
    }

    private int script(String name, FileNode file, List<String> words, ShellProcess process) {
        return ScriptFile.run(interpreter, name, file, words.subList(1, words.size()), Options.NONE, process);
    }

    private static int perform(CommandRule rule, ShellProcess process) {
        if (rule.hangs()) {
            process.advanceTo(Long.MAX_VALUE);
        }
        work(rule.duration(), process);
        for (FileWrite write : rule.files()) {
            FileNode file = new FileNode(write.content(), write.mode(), process.user);
            process.write(process.resolve(write.path()), file);
        }
        process.streams.out().write(rule.stdout(), process.now);
        process.streams.err().write(rule.stderr(), process.now);
        return rule.exitCode();
    }

    private static int unknown(String name, CommandRules rules, ShellProcess process) {
        if (rules.strict() || name.isEmpty()) {
            process.complain(name + ": not found");
            return 127;
        }
        work(rules.unknownDuration(), process);
        return 0;
    }

    private static void work(Duration nominal, ShellProcess process) {
        process.advance(Nanos.of(process.evaluation.pace().work(nominal)));
    }
}
