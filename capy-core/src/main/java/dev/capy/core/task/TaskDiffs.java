package dev.capy.core.task;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.project.Projects;
import dev.capy.core.shell.Environment;
import dev.capy.core.source.Branch;
import dev.capy.core.source.Sources;
import dev.capy.core.source.diff.FileDiff;
import dev.capy.core.source.diff.TreeDiff;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out what tasks have changed. Stateless. */
final class TaskDiffs {

    private final TaskRecords records;
    private final Sources sources;
    private final Hypervisor hypervisor;
    private final Projects projects;

    TaskDiffs(TaskRecords records, Projects projects, Sources sources, Hypervisor hypervisor) {
        this.records = records;
        this.projects = projects;
        this.sources = sources;
        this.hypervisor = hypervisor;
    }

    TaskDiff of(View view, Task task, DiffMode mode) {
        List<FileDiff> files = new ArrayList<>();
        for (ProjectRepo repo : task.repos()) {
            String prefix = task.repos().size() > 1 ? repo.name() + "/" : "";
            files.addAll(changes(view, task, repo, mode, prefix).files());
        }
        Environment personal = personal(view, task);
        files.replaceAll(file -> file.withPatch(personal.redact(file.patch())));
        return new TaskDiff(files, mode == DiffMode.PR ? "github" : "snapshot");
    }

    /** The personal variables that the task's machines have had: whatever a run wrote, their values never show. */
    private Environment personal(View view, Task task) {
        Environment shared = projects.project(view, task.projectId()).variables();
        return records.runs(view, task.id())
                .oldestFirst()
                .map(run -> run.place().environment().without(shared))
                .reduce(Environment.EMPTY, Environment::overriddenBy);
    }

    private TreeDiff changes(View view, Task task, ProjectRepo repo, DiffMode mode, String prefix) {
        Optional<Branch> branch = sources.branch(view, repo.repoFullName(), task.branch());
        if (branch.isEmpty()) {
            return new TreeDiff(List.of());
        }
        FileTree committed = tree(view, repo, branch.get().head());
        FileTree working = workingTree(view, task, repo, committed).orElse(committed);
        return switch (mode) {
            case UNCOMMITTED -> between(prefix, committed, working);
            case PR -> between(prefix, tree(view, repo, branch.get().start()), committed);
            case RUN -> between(prefix, tree(view, repo, runStart(view, task, branch.get())), working);
        };
    }

    /** Where the newest run started from; the branch's head for one that never got as far as its agent. */
    private String runStart(View view, Task task, Branch branch) {
        return records.newestRun(view, task)
                .map(run -> run.bases().get(branch.repoFullName()))
                .orElse(branch.head());
    }

    private FileTree tree(View view, ProjectRepo repo, String commitId) {
        return sources.commit(view, repo.repoFullName(), commitId).tree();
    }

    private static TreeDiff between(String prefix, FileTree before, FileTree after) {
        return TreeDiff.between(below(prefix, before), below(prefix, after));
    }

    private Optional<FileTree> workingTree(View view, Task task, ProjectRepo repo, FileTree committed) {
        return records.newestRun(view, task)
                .filter(jam -> jam.isUnderWay() && !jam.isPreparing())
                .flatMap(jam -> hypervisor.find(view, jam.machine()))
                .map(Vm::id)
                .map(vmId -> WorkingTree.committable(hypervisor.disk(view, vmId), repo, committed));
    }

    private static FileTree below(String prefix, FileTree tree) {
        return prefix.isEmpty() ? tree : FileTree.EMPTY.with(prefix, tree.root());
    }
}
