package dev.capy.core.project;

import dev.capy.core.account.Accounts;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;

/** Whether the agents of a project may still cost anything. Thread-safe; the state is the view's. */
public final class Budget {

    private final Accounts accounts;
    private final Projects projects;

    public Budget(Accounts accounts, Projects projects) {
        this.accounts = accounts;
        this.projects = projects;
    }

    /** @throws Invalid when the project's organization has reached its spend cap */
    public void require(View view, String projectId) {
        accounts.requireFunds(view, projects.project(view, projectId).organizationId());
    }
}
