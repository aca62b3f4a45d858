package dev.capy.core.thread;

import dev.capy.core.script.CaptainStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a Captain has in mind.
 *
 * @param prompt what it was asked for
 * @param script the name of the script that it follows; null when it follows none
 * @param steps what it does
 * @param step which of them is next, from 0
 * @param reply what its last question was answered with; empty before that
 * @param entry the timeline entry that is waited for; 0 when none is
 * @param inbox what it was asked for since, in order
 */
public record Program(
        String prompt,
        @Nullable String script,
        List<CaptainStep> steps,
        int step,
        String reply,
        long entry,
        List<String> inbox) {

    /** Nothing any more: the thread winds up. */
    static final Program STOPPED = of("", null, List.of());

    public Program {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(reply, "reply");
        steps = List.copyOf(steps);
        inbox = List.copyOf(inbox);
    }

    static Program of(String prompt, @Nullable String script, List<CaptainStep> steps) {
        return new Program(prompt, script, steps, 0, "", 0, List.of());
    }

    /** The same from its start, for another prompt; what is unread stays so. */
    Program restarted(String other) {
        return new Program(other, script, steps, 0, "", 0, inbox);
    }

    boolean isDone() {
        return step == steps.size();
    }

    CaptainStep current() {
        return steps.get(step);
    }

    /** All that it was asked for since, as one. */
    String unread() {
        return String.join("\n\n", inbox);
    }

    Program waitingFor(long awaited) {
        return new Program(prompt, script, steps, step, reply, awaited, inbox);
    }

    Program stepped() {
        return new Program(prompt, script, steps, step + 1, reply, 0, inbox);
    }

    Program asked(String more) {
        List<String> longer = new ArrayList<>(inbox);
        longer.add(more);
        return new Program(prompt, script, steps, step, reply, entry, longer);
    }

    /** Its question has been answered: it goes on, and has nothing unread. */
    Program answered(String text) {
        return new Program(prompt, script, steps, step + 1, text, 0, List.of());
    }
}
