package dev.capy.core.capx.settings;

/**
 * What things cost, in whole credits. The kinds of things and their ranges are documented, the figures are not.
 *
 * @param addAgent an agent that joins a company (source: sample)
 * @param createTask a task that is made through the API (source: sample)
 * @param createPlaybook a playbook (source: sample)
 * @param heartbeat a heartbeat that takes up work; an empty one is free
 * @param turn an agent's turn, which is one call of its model
 * @param tool one use of a tool
 * @param rubric one evaluation of what a playbook's step gave
 */
public record CapxCosts(
        long addAgent, long createTask, long createPlaybook, long heartbeat, long turn, long tool, long rubric) {

    /** What is usual. */
    public static final CapxCosts DEFAULT = new CapxCosts(3, 2, 3, 2, 5, 3, 1);
}
