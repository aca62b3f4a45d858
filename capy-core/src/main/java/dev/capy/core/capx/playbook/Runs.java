package dev.capy.core.capx.playbook;

import dev.capy.core.capx.value.Json;
import dev.capy.core.kernel.Tx;
import java.util.List;
import java.util.SortedMap;

/** How runs begin. */
final class Runs {

    private Runs() {}

    static Run begin(Tx tx, Playbook playbook, Trigger.Type trigger, SortedMap<String, Json> inputs) {
        return new Run(
                PlaybookRecords.newRunId(tx),
                playbook.id(),
                playbook.companyId(),
                trigger,
                playbook.definition(),
                inputs,
                0,
                List.of(),
                Run.Outcome.NONE,
                tx.now(),
                null);
    }
}
