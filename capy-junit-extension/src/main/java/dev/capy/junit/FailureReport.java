package dev.capy.junit;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.Entry;
import dev.capy.server.journal.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test's world was like when the test failed: enough to see why, and to have it again. */
final class FailureReport extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private FailureReport(String text) {
        super(text, null, false, false);
    }

    static FailureReport of(Session session, ExtensionContext context) {
        List<String> lines = new ArrayList<>();
        lines.add("the world of this test:");
        lines.add("  seed " + session.world().seed() + ", edition "
                + session.recipe().options().edition());
        lines.add("  clock at " + session.world().clock());
        lines.addAll(pending(session.world().clock()));
        lines.addAll(requests(session.requests()));
        lines.addAll(DumpFile.write(session, context));
        return new FailureReport(String.join("\n", lines));
    }

    private static List<String> pending(CapyClock clock) {
        List<Entry> pending = clock.pending();
        List<String> lines = new ArrayList<>();
        lines.add("  " + pending.size() + " pending entries" + (pending.isEmpty() ? "" : ":"));
        pending.stream()
                .limit(SHOWN)
                .forEach(entry -> lines.add("    " + entry.due() + " " + entry.name()
                        + (entry.foreground() ? "" : " (in the background)")));
        return lines;
    }

    private static List<String> requests(List<RecordedRequest> requests) {
        List<String> lines = new ArrayList<>();
        String shown = requests.size() > SHOWN ? ", the last " + SHOWN + " of them:" : ":";
        lines.add("  " + requests.size() + " requests" + (requests.isEmpty() ? "" : shown));
        requests.stream().skip(Math.max(0, requests.size() - SHOWN)).forEach(request -> lines.add("    " + request));
        return lines;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
