package dev.capy.core;

import dev.capy.core.account.User;
import dev.capy.core.browser.BrowserSnapshot;
import dev.capy.core.browser.NewBrowserSnapshot;
import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.project.NewVariable;
import dev.capy.core.project.PersonalVariable;
import dev.capy.core.project.Project;
import dev.capy.core.project.Tag;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.SetupCommand;
import dev.capy.core.setup.ProjectSetup;
import dev.capy.core.setup.Setup;
import dev.capy.core.snapshot.Enabled;
import dev.capy.core.snapshot.SnapshotBuild;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskDiff;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.Message;
import dev.capy.core.thread.NewMessage;
import dev.capy.core.thread.NewThread;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.PoolStatus;
import dev.capy.core.warmpool.WarmPool;
import dev.capy.core.warmpool.WarmPoolConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a member of a world can do, in Java: the same that the API lets it do, seeing what it may see. Everything here is
 * refused with a {@link CapyException} where the API would refuse it. Thread-safe.
 */
public final class Member {

    private final CapyWorld world;
    private final User user;

    Member(CapyWorld world, User user) {
        this.world = world;
        this.user = user;
    }

    /** Who it is. */
    public User user() {
        return user;
    }

    /** The projects it sees, newest first. */
    public List<Project> projects() {
        return world.read(view -> world.projects()
                .ofOrganization(view, user.organizationId())
                .newestFirst()
                .toList());
    }

    /** Starts a thread with the default models. */
    public CaptainThread startThread(String projectId, String prompt) {
        return startThread(NewThread.of(projectId, prompt));
    }

    /** Starts a thread. */
    public CaptainThread startThread(NewThread wanted) {
        return world.write(tx -> {
            world.projects().visible(tx, user, wanted.projectId());
            return world.threads().start(tx, user, user, wanted);
        });
    }

    /** A thread as it is now. */
    public CaptainThread thread(String threadId) {
        return world.read(view -> world.threads().visible(view, user, threadId));
    }

    /** Sends a message to a thread. */
    public Message send(String threadId, String text) {
        return world.write(tx -> {
            CaptainThread thread = world.threads().visible(tx, user, threadId);
            return world.threads()
                    .send(tx, user, user, threadId, NewMessage.of(text, thread))
                    .message();
        });
    }

    /** Stops a thread. */
    public CaptainThread stop(String threadId) {
        return world.write(tx -> {
            world.threads().visible(tx, user, threadId);
            return world.threads().stop(tx, threadId);
        });
    }

    /** The messages of a thread, newest first. */
    public List<Message> messages(String threadId) {
        return world.read(view -> {
            world.threads().visible(view, user, threadId);
            return world.threads().messages(view, threadId, Long.MAX_VALUE).toList();
        });
    }

    /** The tasks of a thread, in the order in which they were delegated. */
    public List<Task> tasks(String threadId) {
        return world.read(view -> {
            world.threads().visible(view, user, threadId);
            return world.tasks().ofThread(view, threadId).oldestFirst().toList();
        });
    }

    /** A task as it is now, by its id or its identifier. */
    public Task task(String idOrIdentifier) {
        return world.read(view -> world.tasks().visible(view, user, idOrIdentifier));
    }

    /** What a task has changed. */
    public TaskDiff diff(String idOrIdentifier, DiffMode mode) {
        return world.read(view -> world.tasks().diff(view, world.tasks().visible(view, user, idOrIdentifier), mode));
    }

    /** What counts for the machines of a project. */
    public ProjectSetup setup(String projectId) {
        return world.read(view -> world.setups().get(view, world.projects().visible(view, user, projectId)));
    }

    /** Saves a project's Setup; the hooks of its repositories are replaced only if that is said. */
    public ProjectSetup saveSetup(String projectId, UnaryOperator<Setup> change, boolean replaceLegacyHooks) {
        return world.write(tx ->
                world.setups().update(tx, world.projects().visible(tx, user, projectId), change, replaceLegacyHooks));
    }

    /** Whether a project keeps snapshots of prepared machines. */
    public boolean hasSnapshots(String projectId) {
        return world.read(view -> world.snapshots().isEnabled(world.projects().visible(view, user, projectId)));
    }

    /** Turns the snapshots of a project on or off. */
    public Enabled enableSnapshots(String projectId, boolean enabled) {
        return world.write(tx -> world.snapshots().enable(tx, world.projects().visible(tx, user, projectId), enabled));
    }

    /** Makes a snapshot of a prepared machine to see whether that works; it is thrown away. */
    public SnapshotBuild testSnapshot(String projectId) {
        return world.write(tx -> world.snapshots().test(tx, world.projects().visible(tx, user, projectId)));
    }

    /** The builds of a project's snapshots, tests included, newest first. */
    public List<SnapshotBuild> snapshotBuilds(String projectId) {
        return world.read(view -> {
            world.projects().visible(view, user, projectId);
            return world.snapshots().builds(view, projectId).toList();
        });
    }

    /** Configures a project's warm pool. */
    public WarmPool configureWarmPool(String projectId, UnaryOperator<WarmPoolConfig> change) {
        return world.write(tx -> world.warmPools().update(tx, world.projects().visible(tx, user, projectId), change));
    }

    /** How many instances a project's warm pool has. */
    public PoolStatus warmPoolStatus(String projectId) {
        return world.read(view -> {
            world.projects().visible(view, user, projectId);
            return world.warmPools().status(view, projectId);
        });
    }

    /** Boots a machine as the pool would; commands that are given are saved in its configuration first. */
    public Instance testBoot(String projectId, SetupCommand... commands) {
        Optional<UnaryOperator<WarmPoolConfig>> save = commands.length == 0
                ? Optional.empty()
                : Optional.of(config -> config.withSetupCommands(List.of(commands)));
        return world.write(tx -> world.warmPools().test(tx, world.projects().visible(tx, user, projectId), save));
    }

    /** The instances of a project, test boots included, newest first. */
    public List<Instance> instances(String projectId) {
        return world.read(view -> {
            world.projects().visible(view, user, projectId);
            return world.warmPools().instances(view, projectId).toList();
        });
    }

    /** An instance as it is now. */
    public Instance instance(String projectId, String instanceId) {
        return world.read(view -> {
            world.projects().visible(view, user, projectId);
            return world.warmPools().instance(view, projectId, instanceId);
        });
    }

    /** How an instance is, or was, made ready. */
    public Provisioning provisioning(Instance instance) {
        return world.read(view -> {
            world.projects().visible(view, user, instance.projectId());
            return world.warmPools().provisioning(view, instance);
        });
    }

    /** Deletes what a project's warm pool has; answers how many instances that were. */
    public int clearWarmPool(String projectId, boolean replenish) {
        return world.write(tx -> world.warmPools().clear(tx, world.projects().visible(tx, user, projectId), replenish));
    }

    /** Makes a tag of the organization, or gives the one of this name its colour. */
    public Tag defineTag(String projectId, String name, String color) {
        return world.write(tx -> {
            Project project = world.projects().visible(tx, user, projectId);
            return world.projects().define(tx, new Tag(project.organizationId(), name, color));
        });
    }

    /** The tags of the organization, newest first. */
    public List<Tag> tags(String projectId) {
        return world.read(view -> {
            Project project = world.projects().visible(view, user, projectId);
            return world.projects()
                    .tags(view, project.organizationId())
                    .newestFirst()
                    .toList();
        });
    }

    /** Gives a thread these tags, in place of those before. */
    public CaptainThread tag(String threadId, String... tags) {
        return world.write(tx -> {
            world.threads().visible(tx, user, threadId);
            return world.threads().setTags(tx, threadId, List.of(tags));
        });
    }

    /** Sets an environment variable that it has for itself in a project. */
    public void setVariable(String projectId, String name, String value) {
        NewVariable variable = new NewVariable(name, Secret.of(value));
        world.write(tx -> {
            world.projects().visible(tx, user, projectId);
            world.personalVariables().set(tx, user, user, projectId, List.of(variable));
            return variable;
        });
    }

    /** The environment variables that it has for itself in a project, newest first. */
    public List<PersonalVariable> variables(String projectId) {
        return world.read(view -> {
            world.projects().visible(view, user, projectId);
            return world.personalVariables().of(view, projectId, user.id()).toList();
        });
    }

    /** Deletes an environment variable that it has for itself in a project. */
    public void deleteVariable(String projectId, String name) {
        world.write(tx -> {
            world.projects().visible(tx, user, projectId);
            world.personalVariables().delete(tx, user, user, projectId, name);
            return name;
        });
    }

    /** Makes a browser snapshot. */
    public BrowserSnapshot createBrowserSnapshot(String projectId, NewBrowserSnapshot wanted) {
        return world.write(tx -> {
            world.projects().visible(tx, user, projectId);
            return world.browserSnapshots().create(tx, user, projectId, wanted);
        });
    }

    /** The browser snapshots of a project that it sees, newest first. */
    public List<BrowserSnapshot> browserSnapshots(String projectId) {
        return world.read(view -> {
            world.projects().visible(view, user, projectId);
            return world.browserSnapshots().visible(view, user, projectId).toList();
        });
    }

    /** A browser snapshot as it is now. */
    public BrowserSnapshot browserSnapshot(String projectId, String snapshotId) {
        return world.read(view -> {
            world.projects().visible(view, user, projectId);
            return world.browserSnapshots().visible(view, user, projectId, snapshotId);
        });
    }

    /** Changes what is said of a browser snapshot. */
    public BrowserSnapshot updateBrowserSnapshot(
            String projectId, String snapshotId, UnaryOperator<BrowserSnapshot> change) {
        return world.write(tx -> {
            world.projects().visible(tx, user, projectId);
            return world.browserSnapshots().update(tx, user, projectId, snapshotId, change);
        });
    }

    /** Deletes a browser snapshot. */
    public void deleteBrowserSnapshot(String projectId, String snapshotId) {
        world.write(tx -> {
            world.projects().visible(tx, user, projectId);
            world.browserSnapshots().delete(tx, user, projectId, snapshotId);
            return snapshotId;
        });
    }
}
