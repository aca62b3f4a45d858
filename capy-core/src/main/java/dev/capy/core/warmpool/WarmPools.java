package dev.capy.core.warmpool;

import dev.capy.core.account.Accounts;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.project.Projects;
import dev.capy.core.project.VmCache;
import dev.capy.core.provisioning.Plan;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.ProvisioningEnded;
import dev.capy.core.provisioning.SetupCommand;
import dev.capy.core.provisioning.StepLog;
import dev.capy.core.setup.SetupChanged;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.VmLost;
import dev.capy.core.vm.VmSize;
import dev.capy.core.vm.VmState;
import dev.capy.core.warmpool.PoolTimers.Aged;
import dev.capy.core.warmpool.PoolTimers.Retry;
import dev.capy.core.warmpool.PoolTimers.TestOver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The warm pools of a world (source: seed 003). A pool keeps as many machines ready or on their way as its configuration
 * says, while it is enabled. Thread-safe; the state is the transaction's.
 */
public final class WarmPools {

    private static final Table<WarmPool> POOLS = Table.of("warm_pools", WarmPool.class, WarmPool::projectId);

    private final Accounts accounts;
    private final Projects projects;
    private final Hypervisor hypervisor;
    private final Plans plans;
    private final Provisioner provisioner;
    private final Instances instances;

    public WarmPools(
            Registry registry,
            Accounts accounts,
            Projects projects,
            Hypervisor hypervisor,
            Plans plans,
            Provisioner provisioner) {
        this.accounts = accounts;
        this.projects = projects;
        this.hypervisor = hypervisor;
        this.plans = plans;
        this.provisioner = provisioner;
        this.instances = new Instances(registry, hypervisor, provisioner);
        registry.tables(POOLS)
                .on(Aged.class, (tx, aged) -> retire(tx, aged.instanceId()))
                .on(
                        TestOver.class,
                        (tx, over) ->
                                instances.find(tx, over.instanceId()).ifPresent(test -> instances.delete(tx, test)))
                .on(Retry.class, this::retry)
                .subscribe(ProvisioningEnded.class, this::provisioningEnded)
                .subscribe(VmLost.class, this::vmLost)
                .subscribe(SetupChanged.class, this::setupChanged);
    }

    /** Whether a project's organization may use warm pools. */
    public boolean isAllowed(View view, Project project) {
        return accounts.organization(view, project.organizationId()).warmPoolAllowed();
    }

    /** The pool of a project; empty when nobody has configured it. */
    public Optional<WarmPool> find(View view, String projectId) {
        return view.find(POOLS, projectId);
    }

    /** How many instances a project's pool has. */
    public PoolStatus status(View view, String projectId) {
        return new PoolStatus(
                instances.pooled(view, projectId, InstanceStatus.READY).count(),
                instances.pooled(view, projectId, InstanceStatus.PROVISIONING).count(),
                instances.pooled(view, projectId, InstanceStatus.FAILED).count());
    }

    /** The instances of a project, test boots included, newest first. */
    public Stream<Instance> instances(View view, String projectId) {
        return instances.ofProject(view, projectId).newestFirst();
    }

    /**
     * One instance of a project.
     *
     * @throws NotFound when the project has no such instance, or not any more
     */
    public Instance instance(View view, String projectId, String id) {
        return instances
                .find(view, id)
                .filter(instance -> instance.projectId().equals(projectId))
                .orElseThrow(() -> new NotFound("Warm pool instance not found"));
    }

    /**
     * One instance, whosever it is.
     *
     * @throws NotFound when there is no such instance, or not any more
     */
    public Instance instance(View view, String id) {
        return instances.find(view, id).orElseThrow(() -> new NotFound("Warm pool instance not found"));
    }

    /** How an instance is, or was, made ready. */
    public Provisioning provisioning(View view, Instance instance) {
        return provisioner
                .find(view, instance.provisioningId())
                .orElseThrow(() -> new NotFound("Warm pool instance not found"));
    }

    /**
     * Configures a pool, and brings it to what is asked for: machines made from another configuration go.
     *
     * @param change what becomes of the configuration; it gets {@link WarmPoolConfig#DEFAULT} the first time
     * @throws Forbidden when the organization may not use warm pools
     * @throws Invalid when a number is out of range, or the pool is to be enabled while Snapshots are on
     */
    public WarmPool update(Tx tx, Project project, UnaryOperator<WarmPoolConfig> change) {
        requireAllowed(tx, project);
        Optional<WarmPool> before = find(tx, project.id());
        WarmPoolConfig config = change.apply(before.map(WarmPool::config).orElse(WarmPoolConfig.DEFAULT));
        if (config.enabled()) {
            projects.enable(tx, project.id(), VmCache.WARM_POOL);
        } else {
            projects.disable(tx, project.id(), VmCache.WARM_POOL);
        }
        WarmPool after = before.map(pool -> reconfigure(tx, pool, project, config))
                .orElseGet(() ->
                        tx.insert(POOLS, WarmPool.create(project.id(), config, plan(tx, project, config), tx.now())));
        maintain(tx, project.id());
        return after;
    }

    private WarmPool reconfigure(Tx tx, WarmPool pool, Project project, WarmPoolConfig config) {
        tx.cancel(pool.retry());
        if (config.maxAgeMinutes() != pool.config().maxAgeMinutes()) {
            instances.longestReadyFirst(tx, pool.projectId()).forEach(ready -> {
                tx.cancel(ready.entry());
                instances.update(tx, ageing(tx, ready, config));
            });
        }
        Plan plan = plan(tx, project, config);
        Plan same = plan.equals(pool.plan()) ? pool.plan() : plan;
        return tx.update(POOLS, pool.configured(config, same, tx.now()));
    }

    /**
     * Boots a machine as the pool would, to see whether it works. It is no part of the pool, and goes with its record 15
     * minutes from now.
     *
     * @param save what becomes of the configuration first; empty to leave it as it is
     * @throws Forbidden when the organization may not use warm pools
     */
    public Instance test(Tx tx, Project project, Optional<UnaryOperator<WarmPoolConfig>> save) {
        requireAllowed(tx, project);
        save.ifPresent(change -> update(tx, project, change));
        Plan plan =
                find(tx, project.id()).map(WarmPool::plan).orElseGet(() -> plan(tx, project, WarmPoolConfig.DEFAULT));
        Instance started = instances.start(tx, project.id(), plan, true);
        long entry = tx.scheduleInBackground(PoolTimers.TEST_LIFE, new TestOver(started.id()));
        Instance test = started.deletedBy(entry);
        instances.update(tx, test);
        return test;
    }

    /**
     * Deletes the machines and the records of all instances that are ready, on their way or failed; test boots and
     * claimed ones are left alone.
     *
     * @param replenish whether an enabled pool starts to fill again at once
     * @return how many were deleted
     * @throws Forbidden when the organization may not use warm pools
     */
    public int clear(Tx tx, Project project, boolean replenish) {
        requireAllowed(tx, project);
        List<Instance> active = Stream.concat(
                        instances.alive(tx, project.id()).stream(),
                        instances
                                .pooled(tx, project.id(), InstanceStatus.FAILED)
                                .oldestFirst())
                .toList();
        active.forEach(instance -> instances.delete(tx, instance));
        if (replenish) {
            find(tx, project.id()).ifPresent(pool -> {
                tx.cancel(pool.retry());
                tx.update(POOLS, pool.retrying());
                maintain(tx, project.id());
            });
        }
        return active.size();
    }

    /**
     * Takes the machine that has been ready longest, and starts another in its place. The caller owns it then.
     *
     * @param repos the repositories and branches that must be checked out on it
     * @param size how big it must be
     * @return the machine; empty when the pool has none that matches
     */
    public Optional<Instance> claim(Tx tx, Project project, List<ProjectRepo> repos, VmSize size) {
        Optional<WarmPool> pool = find(tx, project.id())
                .filter(found -> found.config().enabled())
                .filter(found -> size == plans.size(tx, project)
                        && repos(project, found.config()).equals(repos));
        Optional<Instance> oldest = pool.map(found -> plan(tx, project, found.config()))
                .flatMap(plan -> instances
                        .longestReadyFirst(tx, project.id())
                        .filter(instance -> instance.plan().equals(plan))
                        .filter(instance -> isRunning(tx, instance))
                        .findFirst());
        return oldest.map(ready -> claim(tx, ready));
    }

    /** A machine that has just been lost is found out only when the news is delivered. */
    private boolean isRunning(View view, Instance instance) {
        return hypervisor
                .find(view, instance.vmId())
                .filter(vm -> vm.state() == VmState.RUNNING)
                .isPresent();
    }

    private Instance claim(Tx tx, Instance ready) {
        tx.cancel(ready.entry());
        Instance claimed = ready.deletedBy(0).claimed();
        instances.finish(tx, claimed);
        tx.update(POOLS, ready.projectId(), pool -> pool.claimed(tx.now()));
        maintain(tx, ready.projectId());
        return claimed;
    }

    private Plan plan(View view, Project project, WarmPoolConfig config) {
        List<SetupCommand> commands = config.setupCommands();
        return plans.fresh(view, project, repos(project, config), commands == null ? List.of() : commands);
    }

    /** A Setup says how big the machines of a pool are and what runs on them: what it has made otherwise goes. */
    private void setupChanged(Tx tx, SetupChanged changed) {
        find(tx, changed.projectId()).ifPresent(pool -> {
            Plan plan = plan(tx, projects.project(tx, changed.projectId()), pool.config());
            if (!plan.equals(pool.plan())) {
                tx.cancel(pool.retry());
                tx.update(POOLS, pool.planned(plan));
                maintain(tx, pool.projectId());
            }
        });
    }

    /** The repositories at the branches that the pool checks out. */
    private static List<ProjectRepo> repos(Project project, WarmPoolConfig config) {
        String branch = config.branch();
        return branch == null
                ? project.repos()
                : project.repos().stream().map(repo -> repo.at(branch)).toList();
    }

    private void requireAllowed(View view, Project project) {
        if (!isAllowed(view, project)) {
            throw new Forbidden("Warm pool is not enabled for this organization");
        }
    }

    private void provisioningEnded(Tx tx, ProvisioningEnded ended) {
        instances
                .byVm(tx, ended.vmId())
                .filter(instance -> instance.provisioningId().equals(ended.provisioningId()))
                .filter(instance -> instance.status() == InstanceStatus.PROVISIONING)
                .ifPresent(instance -> {
                    if (ended.ready()) {
                        becameReady(tx, instance);
                    } else {
                        becameFailed(tx, instance, reason(tx, instance));
                    }
                });
    }

    private String reason(View view, Instance instance) {
        return provisioning(view, instance).failure().map(StepLog::error).orElse("unknown");
    }

    private void becameReady(Tx tx, Instance instance) {
        Instance ready = instance.ready(tx.now());
        if (!instance.isTest()) {
            WarmPool pool = tx.update(POOLS, instance.projectId(), found -> found.provisioned(tx.now()));
            ready = ageing(tx, ready, pool.config());
        }
        instances.update(tx, ready);
    }

    /** A ready instance that goes when it has the age that its pool allows. */
    private static Instance ageing(Tx tx, Instance ready, WarmPoolConfig config) {
        Instant end = ready.readyAt().plus(Duration.ofMinutes(config.maxAgeMinutes()));
        Duration left = Duration.between(tx.now(), end);
        long entry = tx.scheduleInBackground(left.isNegative() ? Duration.ZERO : left, new Aged(ready.id()));
        return ready.deletedBy(entry);
    }

    private void becameFailed(Tx tx, Instance instance, String reason) {
        hypervisor.destroy(tx, instance.vmId());
        if (instance.isTest()) {
            instances.update(tx, instance.failed(reason));
        } else {
            instances.finish(tx, instance.failed(reason));
            backOff(tx, instance.projectId());
        }
    }

    private void backOff(Tx tx, String projectId) {
        WarmPool pool = tx.get(POOLS, projectId);
        if (!pool.isBackingOff() && pool.config().enabled()) {
            long entry = tx.scheduleInBackground(PoolTimers.backOff(pool.failures()), new Retry(projectId));
            tx.update(POOLS, pool.backingOff(entry));
        }
    }

    private void retry(Tx tx, Retry retry) {
        tx.update(POOLS, retry.projectId(), WarmPool::retrying);
        maintain(tx, retry.projectId());
    }

    /** A ready machine that was lost is replaced at once: nothing is wrong with how it was made. */
    private void vmLost(Tx tx, VmLost lost) {
        instances
                .byVm(tx, lost.vmId())
                .filter(instance -> instance.status() == InstanceStatus.READY)
                .ifPresent(instance -> {
                    hypervisor.destroy(tx, instance.vmId());
                    if (instance.isTest()) {
                        instances.update(tx, instance.failed(lost.reason()));
                    } else {
                        tx.cancel(instance.entry());
                        instances.finish(tx, instance.deletedBy(0).failed(lost.reason()));
                        maintain(tx, instance.projectId());
                    }
                });
    }

    private void retire(Tx tx, String instanceId) {
        instances.find(tx, instanceId).ifPresent(instance -> {
            instances.delete(tx, instance);
            maintain(tx, instance.projectId());
        });
    }

    /** Brings a pool to what its configuration says. */
    private void maintain(Tx tx, String projectId) {
        WarmPool pool = tx.get(POOLS, projectId);
        for (Instance instance : instances.alive(tx, projectId)) {
            if (!pool.config().enabled() || !instance.plan().equals(pool.plan())) {
                instances.delete(tx, instance);
            }
        }
        int missing = pool.config().enabled() ? pool.config().targetSize() - instances.aliveCount(tx, projectId) : 0;
        if (missing < 0) {
            shrink(tx, projectId, -missing);
        }
        for (int i = 0; i < missing && !pool.isBackingOff(); i++) {
            instances.start(tx, projectId, pool.plan(), false);
        }
    }

    /** The newest of those on their way go first, then those that have been ready longest. */
    private void shrink(Tx tx, String projectId, int excess) {
        Stream.concat(
                        instances
                                .pooled(tx, projectId, InstanceStatus.PROVISIONING)
                                .newestFirst(),
                        instances.longestReadyFirst(tx, projectId))
                .limit(excess)
                .toList()
                .forEach(instance -> instances.delete(tx, instance));
    }
}
