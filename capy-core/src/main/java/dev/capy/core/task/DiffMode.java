package dev.capy.core.task;

/** Which changes of a task are asked for. */
public enum DiffMode {
    /** What the machine's checkout has that the task's branch has not; nothing while no run is under way. */
    UNCOMMITTED,
    /** What the task's branch has that its base had when the branch was made: what a pull request shows. */
    PR,
    /** What the newest run has changed, committed or not. */
    RUN
}
