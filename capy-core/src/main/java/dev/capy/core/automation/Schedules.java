package dev.capy.core.automation;

import dev.capy.core.automation.trigger.Schedule;
import dev.capy.core.automation.trigger.Trigger;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import java.time.Duration;
import java.util.List;

/** The times at which automations run: one pending background entry for each schedule of each one that is enabled. */
final class Schedules {

    /** It is time. */
    record ScheduleDue(String automationId, String triggerId) implements Timer {
        @Override
        public String describe() {
            return "schedule of automation " + automationId;
        }
    }

    /** What is on the timeline for a schedule. */
    record Pending(String automationId, String triggerId, long entry) {

        String id() {
            return automationId + "/" + triggerId;
        }
    }

    private static final Table<Pending> PENDING = Table.of("automation_schedules", Pending.class, Pending::id);
    private static final Index<Pending, String> BY_AUTOMATION = PENDING.index(Pending::automationId);

    private final AutomationRecords records;
    private final Runner runner;

    Schedules(Registry registry, AutomationRecords records, Runner runner) {
        this.records = records;
        this.runner = runner;
        registry.tables(PENDING).on(ScheduleDue.class, this::due);
    }

    /** Puts an automation's times on the timeline, and takes off it what was there before. */
    void plan(Tx tx, Automation automation) {
        List<Pending> before =
                tx.where(BY_AUTOMATION, automation.id()).oldestFirst().toList();
        before.forEach(pending -> {
            tx.cancel(pending.entry());
            tx.delete(PENDING, pending.id());
        });
        if (automation.isRunnable()) {
            automation.triggerSet().triggers().forEach(trigger -> plan(tx, automation, trigger));
        }
    }

    private void plan(Tx tx, Automation automation, Trigger trigger) {
        if (trigger.config() instanceof Schedule schedule) {
            schedule.next(tx.now()).ifPresent(time -> {
                ScheduleDue due = new ScheduleDue(automation.id(), trigger.requireId());
                long entry = tx.scheduleInBackground(Duration.between(tx.now(), time), due);
                tx.insert(PENDING, new Pending(due.automationId(), due.triggerId(), entry));
            });
        }
    }

    private void due(Tx tx, ScheduleDue due) {
        tx.delete(PENDING, new Pending(due.automationId(), due.triggerId(), 0).id());
        Automation automation = records.get(tx, due.automationId());
        if (automation.isRunnable()) {
            runner.runIfIdle(tx, automation, due.triggerId());
            automation.triggerSet().triggers().stream()
                    .filter(trigger -> due.triggerId().equals(trigger.id()))
                    .forEach(trigger -> plan(tx, automation, trigger));
        }
    }
}
