package dev.capy.junit;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.Entry;
import java.util.ArrayList;
import java.util.List;

/** What a test's world was like when the test failed: enough to see why, and to have it again. */
final class FailureReport extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private FailureReport(String text) {
        super(text, null, false, false);
    }

    static FailureReport of(Session session) {
        CapyClock clock = session.world().clock();
        List<String> lines = new ArrayList<>();
        lines.add("the world of this test:");
        lines.add("  seed " + session.recipe().seed() + ", edition "
                + session.recipe().edition());
        lines.add("  clock at " + clock);
        List<Entry> pending = clock.pending();
        lines.add("  " + pending.size() + " pending entries" + (pending.isEmpty() ? "" : ":"));
        pending.stream()
                .limit(SHOWN)
                .forEach(entry -> lines.add("    " + entry.due() + " " + entry.name()
                        + (entry.foreground() ? "" : " (in the background)")));
        return new FailureReport(String.join("\n", lines));
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
