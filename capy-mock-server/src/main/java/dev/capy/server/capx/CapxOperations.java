package dev.capy.server.capx;

import dev.capy.server.http.CapxHandlers;

/** What answers each operation of Capx, by its id: one line an operation. */
public final class CapxOperations {

    private CapxOperations() {}

    /**
     * The handlers of all operations.
     *
     * @param streams answers those that go on
     */
    public static CapxHandlers handlers(CapxStreams streams) {
        CompaniesApi companies = new CompaniesApi();
        AgentsApi agents = new AgentsApi();
        TasksApi tasks = new TasksApi();
        ApprovalsApi approvals = new ApprovalsApi();
        PlaybooksApi playbooks = new PlaybooksApi();
        ActivityApi activity = new ActivityApi();
        CostsApi costs = new CostsApi();
        WebhooksApi webhooks = new WebhooksApi();
        return new CapxHandlers()
                .look("listCompanies", companies::list)
                .act("createCompany", companies::create)
                .look("getCompany", companies::get)
                .act("updateCompany", companies::update)
                .act("deleteCompany", companies::delete)
                .act("pauseCompany", companies::pause)
                .act("resumeCompany", companies::resume)
                .look("listAgents", agents::list)
                .act("addAgent", agents::add)
                .look("getAgent", agents::get)
                .act("updateAgent", agents::update)
                .act("removeAgent", agents::remove)
                .act("wakeAgent", agents::wake)
                .act("pauseAgent", agents::pause)
                .act("resumeAgent", agents::resume)
                .look("listCompanyTasks", tasks::list)
                .act("createCompanyTask", tasks::create)
                .look("getCompanyTask", tasks::get)
                .act("updateCompanyTask", tasks::update)
                .act("approveCompanyTask", tasks::approve)
                .act("rejectCompanyTask", tasks::reject)
                .look("listApprovals", approvals::list)
                .act("approve", approvals::approve)
                .act("reject", approvals::reject)
                .look("listPlaybooks", playbooks::list)
                .act("runPlaybook", playbooks::run)
                .look("listPlaybookRuns", playbooks::runs)
                .look("listCompanyPlaybooks", playbooks::list)
                .act("createPlaybook", playbooks::create)
                .look("getPlaybook", playbooks::get)
                .act("runCompanyPlaybook", playbooks::runOfCompany)
                .look("listCompanyPlaybookRuns", playbooks::runsOfCompany)
                .look("getPlaybookRun", playbooks::getRun)
                .look("listWebhooks", webhooks::list)
                .act("registerWebhook", webhooks::register)
                .again("registerWebhook", webhooks::registerAgain)
                .act("deleteWebhook", webhooks::delete)
                .look("listDeliveries", webhooks::deliveries)
                .act("redeliver", webhooks::redeliver)
                .look("listActivity", activity::list)
                .look("listCompanyActivity", activity::list)
                .look("getCosts", costs::get)
                .look("getCompanyCosts", costs::get)
                .follow("listCompanyActivity", streams::activity)
                .follow("streamActivity", streams::activity)
                .follow("streamAgentLogs", streams::logs);
    }
}
