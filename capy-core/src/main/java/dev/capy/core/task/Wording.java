package dev.capy.core.task;

import dev.capy.core.files.FileTree;
import dev.capy.core.script.Template;
import java.util.Map;

/**
 * What the texts and the paths of a script mean in a run.
 *
 * @param task whose run
 * @param jam the run
 */
record Wording(Task task, Jam jam) {

    /** A text with its names filled in. */
    String fill(String text) {
        return Template.fill(
                text, Map.of("title", task.title(), "prompt", jam.prompt(), "identifier", task.identifier()));
    }

    /** Where the agent works: the checkout of the first repository. */
    String home() {
        return task.repos().isEmpty() ? "/home" : "/home/" + task.repos().get(0).name();
    }

    /** The checkout of a repository. */
    String home(String repoFullName) {
        return "/home/" + repoFullName.substring(repoFullName.lastIndexOf('/') + 1);
    }

    boolean isCheckedOut(String repoFullName) {
        return task.repos().stream().anyMatch(repo -> repo.repoFullName().equals(repoFullName));
    }

    /** A path of the machine for one of a script, without detours. */
    String path(String file) {
        String filled = fill(file);
        return FileTree.normal(filled.startsWith("/") ? filled : home() + "/" + filled);
    }

    /** What a person calls a path of the machine: short, where the agent works. */
    String shown(String path) {
        return path.startsWith(home() + "/") ? path.substring(home().length() + 1) : path;
    }
}
