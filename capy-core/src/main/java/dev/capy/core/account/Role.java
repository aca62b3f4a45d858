package dev.capy.core.account;

/** What a user may do in its organization. */
public enum Role {
    /** Everything; an organization has one. */
    OWNER,
    /** Members, projects, integrations and settings. */
    ADMIN,
    /** Threads and tasks of the projects it has access to. */
    MEMBER
}
