package dev.capy.core.thread;

import dev.capy.core.script.CaptainStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a Captain has in mind.
 *
 * @param prompt what it was asked for
 * @param steps what it does
 * @param step which of them is next, from 0
 * @param entry the timeline entry that is waited for; 0 when none is
 * @param inbox what it was asked for since, in order
 */
public record Program(String prompt, List<CaptainStep> steps, int step, long entry, List<String> inbox) {

    /** Nothing any more: the thread winds up. */
    static final Program STOPPED = new Program("", List.of(), 0, 0, List.of());

    public Program {
        Objects.requireNonNull(prompt, "prompt");
        steps = List.copyOf(steps);
        inbox = List.copyOf(inbox);
    }

    static Program of(String prompt, List<CaptainStep> steps) {
        return new Program(prompt, steps, 0, 0, List.of());
    }

    boolean isDone() {
        return step == steps.size();
    }

    CaptainStep current() {
        return steps.get(step);
    }

    Program waitingFor(long awaited) {
        return new Program(prompt, steps, step, awaited, inbox);
    }

    Program stepped() {
        return new Program(prompt, steps, step + 1, 0, inbox);
    }

    Program asked(String more) {
        List<String> longer = new ArrayList<>(inbox);
        longer.add(more);
        return new Program(prompt, steps, step, entry, longer);
    }
}
