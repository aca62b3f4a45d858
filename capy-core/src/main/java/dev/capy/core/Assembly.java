package dev.capy.core;

import dev.capy.core.account.Accounts;
import dev.capy.core.automation.Automations;
import dev.capy.core.automation.cron.Cron;
import dev.capy.core.browser.BrowserSnapshots;
import dev.capy.core.capx.Capx;
import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.core.catalog.ModelCatalog;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.Kernel;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.project.Budget;
import dev.capy.core.project.PersonalVariables;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.StepRun;
import dev.capy.core.review.Reviews;
import dev.capy.core.script.Scripts;
import dev.capy.core.session.Sessions;
import dev.capy.core.setup.LegacyHooks;
import dev.capy.core.setup.Setups;
import dev.capy.core.snapshot.Snapshots;
import dev.capy.core.source.Checks;
import dev.capy.core.source.PullRequests;
import dev.capy.core.source.Sources;
import dev.capy.core.task.Tasks;
import dev.capy.core.thread.Threads;
import dev.capy.core.usage.Runs;
import dev.capy.core.usage.Usage;
import dev.capy.core.vm.InMemoryHypervisor;
import dev.capy.core.warmpool.WarmPools;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** What a world does, put together: all packages, each with those that it stands on. Holds no state. Thread-safe. */
final class Assembly {

    final Registry registry = new Registry();
    final long seed;
    final WorldSettings settings;
    final Accounts accounts;
    final Projects projects;
    final PersonalVariables personalVariables;
    final ModelCatalog models = new ModelCatalog();
    final Sources sources;
    final InMemoryHypervisor hypervisor;
    final Setups setups;
    final Provisioner provisioner;
    final WarmPools warmPools;
    final Snapshots snapshots;
    final Sessions sessions;
    final BrowserSnapshots browserSnapshots;
    final Tasks tasks;
    final Threads threads;
    final Automations automations;
    final PullRequests pullRequests;
    final Checks checks;
    final Reviews reviews;
    final Scripts scripts;
    final Usage usage;
    final Capx capx;

    /**
     * @param seed what ids and randomness are drawn from
     * @param settings machines, programs, and how long things take
     * @param structuredText how it reads text that carries structure
     * @param routingSecrets where texts come from that nobody may guess
     * @param webhookSender what webhooks of Capx are told with
     */
    Assembly(
            long seed,
            WorldSettings settings,
            StructuredText structuredText,
            Supplier<String> routingSecrets,
            WebhookSender webhookSender) {
        this.seed = seed;
        this.settings = settings;
        scripts = new Scripts(registry);
        accounts = new Accounts(registry);
        projects = new Projects(registry);
        Budget budget = new Budget(accounts, projects);
        personalVariables = new PersonalVariables(registry);
        sources = new Sources(registry);
        hypervisor = new InMemoryHypervisor(registry, settings.vm());
        LegacyHooks legacyHooks = new LegacyHooks(structuredText);
        setups = new Setups(registry, sources, legacyHooks);
        Plans plans = new Plans(setups);
        StepRun steps = new StepRun(hypervisor, sources, legacyHooks, settings.provisioning());
        provisioner = new Provisioner(registry, hypervisor, steps);
        warmPools = new WarmPools(registry, accounts, projects, hypervisor, plans, provisioner);
        snapshots = new Snapshots(registry, projects, setups, hypervisor, provisioner, settings.snapshot());
        sessions = new Sessions(registry, projects, hypervisor, seed);
        browserSnapshots = new BrowserSnapshots(registry, hypervisor);
        pullRequests = new PullRequests(registry, sources);
        checks = new Checks(registry, sources, pullRequests);
        reviews = new Reviews(registry, budget, sources, hypervisor, provisioner, scripts, settings.review());
        tasks = new Tasks(
                registry,
                projects,
                budget,
                personalVariables,
                sources,
                pullRequests,
                hypervisor,
                provisioner,
                plans,
                warmPools,
                snapshots,
                setups,
                scripts,
                settings.task());
        threads = new Threads(
                registry,
                projects,
                budget,
                personalVariables,
                sources,
                hypervisor,
                provisioner,
                sessions,
                browserSnapshots,
                tasks,
                checks,
                reviews,
                scripts,
                settings.thread());
        usage = new Usage(registry, accounts, new Runs(accounts, projects, threads, tasks, reviews));
        automations = new Automations(registry, accounts, projects, sources, models, tasks, threads, routingSecrets);
        capx = new Capx(
                registry,
                scripts,
                structuredText,
                (cron, after) -> Cron.parse(cron).next(after, ZoneOffset.UTC),
                webhookSender,
                settings.capx());
    }

    /** Puts a fixture into a new world; one that its store knows already is left alone. */
    void seed(Kernel kernel, Fixture fixture) {
        new Seeding(accounts, projects, sources, hypervisor, scripts, capx).seed(kernel, fixture);
    }
}
