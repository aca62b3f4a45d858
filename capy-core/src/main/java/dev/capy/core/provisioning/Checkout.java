package dev.capy.core.provisioning;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.StepRun.Ended;
import dev.capy.core.source.SourceCommit;
import dev.capy.core.source.Sources;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.Vm;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a repository on a machine. The machine's label of the repository's name says which commit that was. Stateless. */
final class Checkout {

    private final Hypervisor hypervisor;
    private final Sources sources;

    Checkout(Hypervisor hypervisor, Sources sources) {
        this.hypervisor = hypervisor;
        this.sources = sources;
    }

    /** Where a repository lies on a machine. */
    static String home(ProjectRepo repo) {
        return "/home/" + repo.name();
    }

    /** What a machine has of a repository, whoever put it there. */
    FileTree present(View view, String vmId, ProjectRepo repo) {
        return hypervisor
                .disk(view, vmId)
                .directory(home(repo))
                .map(FileTree::new)
                .orElse(FileTree.EMPTY);
    }

    /** Puts the repository there in place of anything else. */
    Ended fresh(Tx tx, String vmId, ProjectRepo repo) {
        return checkOut(tx, vmId, repo, FileTree.EMPTY);
    }

    /** Brings what is there up to date: what was committed before and is no more goes, what nobody committed stays. */
    Ended update(Tx tx, String vmId, ProjectRepo repo) {
        return checkOut(tx, vmId, repo, present(tx, vmId, repo));
    }

    private Ended checkOut(Tx tx, String vmId, ProjectRepo repo, FileTree present) {
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put("branch", repo.branch());
        metadata.put("repository", repo.repoFullName());
        Optional<SourceCommit> head = sources.head(tx, repo.repoFullName(), repo.branch());
        if (head.isEmpty()) {
            return new Ended(missing(tx, repo), "", metadata);
        }
        FileTree after = head.get().tree();
        FileTree kept = new FileTree(kept(present.root(), before(tx, vmId, repo).root(), after.root()));
        hypervisor.mount(tx, vmId, home(repo), kept.overlaid(after));
        hypervisor.label(tx, vmId, repo.repoFullName(), head.get().id());
        metadata.put("commit", head.get().id());
        return new Ended(null, "", metadata);
    }

    private String missing(View view, ProjectRepo repo) {
        return sources.repository(view, repo.repoFullName()).isEmpty()
                ? "exit code 128: fatal: repository '" + repo.repoFullName() + "' not found"
                : "exit code 128: fatal: Remote branch " + repo.branch() + " not found in upstream origin";
    }

    /** The commit that is checked out; an empty one when none is. */
    private FileTree before(View view, String vmId, ProjectRepo repo) {
        return hypervisor
                .find(view, vmId)
                .map(Vm::labels)
                .map(labels -> labels.get(repo.repoFullName()))
                .map(commit -> sources.commit(view, repo.repoFullName(), commit).tree())
                .orElse(FileTree.EMPTY);
    }

    /** What is there without the files of {@code before} that {@code after} lacks, and the directories they leave empty. */
    private static Directory kept(Directory present, Directory before, Directory after) {
        Directory[] kept = {present};
        before.forEach((name, was) -> {
            Node is = present.get(name).orElse(null);
            Node next = after.get(name).orElse(null);
            if (is instanceof Directory here && was instanceof Directory then) {
                Directory left = kept(here, then, next instanceof Directory there ? there : Directory.EMPTY);
                kept[0] = left.isEmpty() ? kept[0].without(name) : kept[0].with(name, left);
            } else if (is != null && next == null && !(is instanceof Directory) && !(was instanceof Directory)) {
                kept[0] = kept[0].without(name);
            }
        });
        return kept[0];
    }
}
