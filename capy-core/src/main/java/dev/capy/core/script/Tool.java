package dev.capy.core.script;

/**
 * The names that hooks have for the tools of agents (source: docs on configs/settings; {@code create_pr} is inferred).
 * Agents delete, rename and commit with {@code bash_run}.
 */
public final class Tool {

    public static final String BASH_RUN = "bash_run";
    public static final String CREATE_PR = "create_pr";
    public static final String EDIT = "edit";
    public static final String READ = "read";
    public static final String WRITE = "write";

    private Tool() {}
}
