package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.cluster.ClusterState;
import dev.capy.server.fault.FaultInjection;
import dev.capy.server.http.ControlCall;
import dev.capy.server.http.ControlHandler;
import dev.capy.server.journal.Journals;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.WorldOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What answers each operation of the control plane, by its id: one line an operation. */
public final class ControlOperations {

    private ControlOperations() {}

    /**
     * All of them.
     *
     * @param usual how worlds are served that say nothing else
     * @param mostRecords how many records a new world may hold
     * @param journals what was asked of each world
     * @param faults what goes wrong in each
     * @param cluster who serves what
     */
    public static Map<String, ControlHandler> handlers(
            RealtimeDriver driver,
            WorldOptions usual,
            long mostRecords,
            Journals journals,
            FaultInjection faults,
            Supplier<ClusterState> cluster) {
        Map<String, ControlHandler> handlers = new HashMap<>(ofAgents());
        handlers.putAll(ofRepositories());
        handlers.replaceAll((id, handler) -> atItsTime(driver, handler));
        handlers.putAll(ofTime(driver));
        handlers.putAll(ofState(driver));
        handlers.putAll(ofWorlds(usual, mostRecords));
        handlers.putAll(ofRequests(journals));
        handlers.putAll(ofFaults(faults));
        handlers.put("getHealth", ControlOperations::health);
        handlers.put("getCluster", new ClusterControl(cluster)::get);
        return handlers;
    }

    private static Map<String, ControlHandler> ofTime(RealtimeDriver driver) {
        ClockControl clock = new ClockControl(driver);
        return Map.of(
                "getClock", clock::get,
                "setClock", clock::set,
                "advanceClock", clock::advance,
                "advanceClockTo", clock::advanceTo,
                "runUntilIdle", clock::runUntilIdle,
                "runUntil", clock::runUntil);
    }

    private static Map<String, ControlHandler> ofWorlds(WorldOptions usual, long mostRecords) {
        WorldControl worlds = new WorldControl(usual, mostRecords);
        return Map.of(
                "listWorlds", worlds::list,
                "openWorld", worlds::open,
                "getWorld", worlds::get,
                "forkWorld", worlds::fork,
                "closeWorld", worlds::close);
    }

    private static Map<String, ControlHandler> ofState(RealtimeDriver driver) {
        StateControl state = new StateControl(driver);
        return Map.of(
                "getState", state::get,
                "putState", state::put,
                "diffState", state::diff,
                "resetState", state::reset);
    }

    private static Map<String, ControlHandler> ofRequests(Journals journals) {
        RequestControl requests = new RequestControl(journals);
        return Map.ofEntries(
                Map.entry("listRequests", requests::list),
                Map.entry("getRequest", requests::get),
                Map.entry("clearRequests", requests::clear),
                Map.entry("exportRequests", requests::har),
                Map.entry("verifyRequests", new VerifyControl(journals)::verify),
                Map.entry("getLint", new LintControl(journals)::get));
    }

    private static Map<String, ControlHandler> ofFaults(FaultInjection injection) {
        FaultControl faults = new FaultControl(injection);
        return Map.ofEntries(
                Map.entry("listFaults", faults::list),
                Map.entry("addFault", faults::add),
                Map.entry("removeFault", faults::remove),
                Map.entry("removeAllFaults", faults::removeAll));
    }

    private static Map<String, ControlHandler> ofAgents() {
        ScriptControl scripts = new ScriptControl();
        ThreadControl threads = new ThreadControl();
        TranscriptControl transcripts = new TranscriptControl();
        SnapshotControl snapshots = new SnapshotControl();
        SpendingControl spending = new SpendingControl();
        MachineControl machines = new MachineControl();
        CapxControl capx = new CapxControl();
        return Map.ofEntries(
                Map.entry("listScripts", scripts::list),
                Map.entry("addScripts", scripts::add),
                Map.entry("removeScript", scripts::remove),
                Map.entry("removeAllScripts", scripts::removeAll),
                Map.entry("startThread", threads::start),
                Map.entry("unblockThread", threads::unblock),
                Map.entry("wakeThread", threads::wake),
                Map.entry("listJams", transcripts::jams),
                Map.entry("listCommands", transcripts::commands),
                Map.entry("getSnapshots", snapshots::get),
                Map.entry("testSnapshot", snapshots::test),
                Map.entry("listMachineFaults", machines::list),
                Map.entry("addMachineFault", machines::add),
                Map.entry("removeMachineFault", machines::remove),
                Map.entry("removeAllMachineFaults", machines::removeAll),
                Map.entry("crashHost", machines::crash),
                Map.entry("tripKillSwitch", capx::killSwitch),
                Map.entry("revokeCapxKey", capx::revoke),
                Map.entry("grantCredits", capx::grant),
                Map.entry("getSpending", spending::get),
                Map.entry("capSpending", spending::cap));
    }

    private static Map<String, ControlHandler> ofRepositories() {
        RepositoryControl repositories = new RepositoryControl();
        PullRequestControl pulls = new PullRequestControl();
        CheckControl checks = new CheckControl();
        return Map.ofEntries(
                Map.entry("listRepositories", repositories::list),
                Map.entry("listBranches", repositories::branches),
                Map.entry("listCommits", repositories::commits),
                Map.entry("listPullRequests", pulls::list),
                Map.entry("getPullRequest", pulls::get),
                Map.entry("mergePullRequest", pulls::merge),
                Map.entry("closePullRequest", pulls::close),
                Map.entry("reopenPullRequest", pulls::reopen),
                Map.entry("markPullRequestReady", pulls::markReady),
                Map.entry("reviewPullRequest", pulls::review),
                Map.entry("listChecks", checks::list),
                Map.entry("reportCheck", checks::report));
    }

    /** Where a world follows real time, it first goes on to what that says. */
    private static ControlHandler atItsTime(RealtimeDriver driver, ControlHandler handler) {
        return call -> {
            driver.catchUp(call.world().clock());
            return handler.handle(call);
        };
    }

    private static JsonNode health(ControlCall call) {
        return Wire.object().put("status", "ok").put("worlds", call.worlds().count());
    }
}
