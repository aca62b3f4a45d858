package dev.capy.server.events;

import dev.capy.core.capx.activity.ActivityRecorded;
import dev.capy.core.capx.activity.LogWritten;
import dev.capy.core.capx.company.AgentGone;
import dev.capy.core.capx.company.AgentReady;
import dev.capy.core.capx.company.CompanyGone;
import dev.capy.core.capx.task.CompanyTaskEnded;
import dev.capy.core.catalog.MachineUsed;
import dev.capy.core.catalog.TokensUsed;
import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.provisioning.ProvisioningEnded;
import dev.capy.core.review.ReviewEnded;
import dev.capy.core.setup.SetupChanged;
import dev.capy.core.source.BranchMoved;
import dev.capy.core.source.CheckReported;
import dev.capy.core.source.PullRequestClosed;
import dev.capy.core.source.PullRequestMerged;
import dev.capy.core.source.PullRequestOpened;
import dev.capy.core.task.TaskChanged;
import dev.capy.core.task.TaskEnded;
import dev.capy.core.thread.ThreadChanged;
import dev.capy.core.vm.VmLost;
import dev.capy.core.vm.VmPlaced;
import dev.capy.core.vm.VmRunning;
import dev.capy.core.warmpool.InstanceChanged;
import dev.capy.server.contract.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Some kinds of events, or all of them.
 *
 * @param names what they are called; empty for all
 */
record EventKinds(Set<String> names) {

    static final EventKinds ALL = new EventKinds(Set.of());

    static final List<Class<? extends Event>> CLASSES = List.of(
            ActivityRecorded.class,
            AgentGone.class,
            AgentReady.class,
            BranchMoved.class,
            CheckReported.class,
            CompanyGone.class,
            CompanyTaskEnded.class,
            InstanceChanged.class,
            LogWritten.class,
            MachineUsed.class,
            ProvisioningEnded.class,
            PullRequestClosed.class,
            PullRequestMerged.class,
            PullRequestOpened.class,
            ReviewEnded.class,
            SetupChanged.class,
            TaskChanged.class,
            TaskEnded.class,
            ThreadChanged.class,
            TokensUsed.class,
            VmLost.class,
            VmPlaced.class,
            VmRunning.class);

    private static final List<String> NAMES =
            CLASSES.stream().map(EventKinds::name).toList();

    EventKinds {
        names = Set.copyOf(names);
    }

    /** What a kind of event is called. */
    static String name(Class<? extends Event> kind) {
        return kind.getSimpleName();
    }

    /**
     * The kinds that a list names, with commas between them.
     *
     * @throws Invalid when it names anything else
     */
    static EventKinds read(String list) {
        Set<String> names = new TreeSet<>();
        List<Violation> violations = new ArrayList<>();
        Stream.of(list.split(",", -1)).map(String::strip).forEach(name -> {
            if (NAMES.contains(name)) {
                names.add(name);
            } else {
                violations.add(new Violation("$.kinds", refusal(name)));
            }
        });
        if (!violations.isEmpty()) {
            throw new Invalid("Request query validation failed", violations);
        }
        return new EventKinds(names);
    }

    private static String refusal(String name) {
        return "must be kinds of events, of " + String.join(", ", NAMES) + "; was '" + name + "'"
                + Nearest.to(name, NAMES)
                        .map(known -> " (did you mean '" + known + "'?)")
                        .orElse("");
    }

    boolean include(Event event) {
        return names.isEmpty() || names.contains(name(event.getClass()));
    }
}
