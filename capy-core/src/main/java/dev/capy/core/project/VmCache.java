package dev.capy.core.project;

/** Which way of keeping prepared virtual machines is on in a project. At most one is: they exclude each other. */
public enum VmCache {
    NONE,
    WARM_POOL,
    SNAPSHOTS
}
