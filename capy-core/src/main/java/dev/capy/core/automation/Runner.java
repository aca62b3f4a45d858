package dev.capy.core.automation;

import dev.capy.core.automation.Launcher.Started;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.CapyException;
import org.jspecify.annotations.Nullable;

/** Runs automations, and remembers it. */
final class Runner {

    private final AutomationRecords records;
    private final Launcher launcher;

    Runner(AutomationRecords records, Launcher launcher) {
        this.records = records;
        this.launcher = launcher;
    }

    /** Runs an automation unless it is off, or still busy with its last run. */
    RunResult runIfIdle(Tx tx, Automation automation, @Nullable String triggerId) {
        boolean busy = records.newestRun(tx, automation)
                .filter(run -> launcher.isUnderWay(tx, run))
                .isPresent();
        return busy ? RunResult.skipped(automation) : run(tx, automation, triggerId, null);
    }

    /**
     * Runs an automation unless it is off.
     *
     * @param triggerId what set it off; null when somebody did
     * @param payload what its prompt can quote
     */
    RunResult run(Tx tx, Automation automation, @Nullable String triggerId, @Nullable Object payload) {
        if (!automation.isRunnable()) {
            return RunResult.skipped(automation);
        }
        String prompt = PromptTemplate.fill(automation.config().prompt(), payload, tx.now());
        AutomationRun run = start(tx, automation, triggerId, prompt);
        records.add(tx, run);
        return run.result();
    }

    /** What refuses to start changes nothing but the ids that were drawn. */
    private AutomationRun start(Tx tx, Automation automation, @Nullable String triggerId, String prompt) {
        String id = tx.newId();
        try {
            Started started = launcher.start(tx, automation, prompt);
            return new AutomationRun(
                    id,
                    automation.id(),
                    triggerId,
                    started.threadId(),
                    started.taskId(),
                    started.jamId(),
                    null,
                    tx.now());
        } catch (CapyException e) {
            return new AutomationRun(id, automation.id(), triggerId, null, null, null, e.getMessage(), tx.now());
        }
    }
}
