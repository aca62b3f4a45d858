package dev.capy.server.tenancy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each operation of 2026-06 answers each kind of caller, who asks well for the things of {@code org_demo}. */
final class Permissions {

    /** Another organization's project is forbidden; what lies in it, or in none that is seen, is not there. */
    private static final String TABLE = """
            operation                          owner member service admin outsider nobody
            listThreads                          200    200     200   200      403    401
            createAndStartThread                 200    200     200   200      403    401
            getThread                            200    200     200   200      404    401
            stopThread                           200    200     200   200      404    401
            archiveThread                        200    200     200   200      404    401
            unarchiveThread                      200    200     200   200      404    401
            getThreadSessionToken                200    200     200   200      404    401
            sendThreadMessage                    200    200     200   200      404    401
            listThreadMessages                   200    200     200   200      404    401
            verifySession                        200    200     200   200      200    401
            listTasks                            200    200     200   200      403    401
            createTask                           200    200     200   200      403    401
            getTask                              200    200     200   200      404    401
            startTask                            200    200     200   200      404    401
            stopTask                             200    200     200   200      404    401
            sendTaskMessage                      200    200     200   200      404    401
            createTaskPullRequest                200    200     200   200      404    401
            getTaskDiff                          200    200     200   200      404    401
            listProjects                         200    200     200   200      200    401
            getProject                           200    200     200   200      403    401
            listThreadTags                       200    200     200   200      403    401
            createThreadTag                      200    200     200   200      403    401
            setThreadTags                        200    200     200   200      404    401
            listModels                           200    200     200   200      200    401
            getUsage                             200    200     200   200      403    401
            getSetup                             200    200     200   200      403    401
            updateSetup                          200    200     200   200      403    401
            getSnapshots                         200    200     200   200      403    401
            updateSnapshots                      200    200     200   200      403    401
            getWarmPool                          200    200     200   200      403    401
            updateWarmPool                       200    200     200   200      403    401
            testWarmPoolBoot                     200    200     200   200      403    401
            listWarmPoolInstances                200    200     200   200      403    401
            getWarmPoolInstance                  200    200     200   200      403    401
            clearWarmPool                        200    200     200   200      403    401
            listBrowserSnapshots                 200    200     200   200      403    401
            createBrowserSnapshot                200    200     200   200      403    401
            getBrowserSnapshot                   200    200     200   200      403    401
            updateBrowserSnapshot                200    200     200   200      403    401
            deleteBrowserSnapshot                200    200     200   200      403    401
            listPersonalEnvironmentVariables     200    200     200   200      403    401
            upsertPersonalEnvironmentVariables   200    200     200   200      403    401
            deletePersonalEnvironmentVariable    200    200     200   200      403    401
            listAutomations                      200    200     200   200      403    401
            createAutomation                     200    200     200   200      403    401
            getAutomation                        200    200     200   200      403    401
            updateAutomation                     200    200     200   200      403    401
            deleteAutomation                     200    200     200   200      403    401
            triggerAutomation                    200    200     200   200      403    401
            """;

    private final Map<String, Map<Caller, Integer>> rows = new LinkedHashMap<>();

    Permissions() {
        TABLE.lines().skip(1).forEach(this::read);
    }

    private void read(String line) {
        List<String> cells = List.of(line.split("\\s+", -1));
        Map<Caller, Integer> row = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            row.put(caller, Integer.valueOf(cells.get(1 + caller.ordinal())));
        }
        rows.put(cells.get(0), row);
    }

    /** The operations that the table names, in its order. */
    List<String> operations() {
        return new ArrayList<>(rows.keySet());
    }

    int status(String operation, Caller caller) {
        return rows.get(operation).get(caller);
    }
}
