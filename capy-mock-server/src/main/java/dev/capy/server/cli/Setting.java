package dev.capy.server.cli;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be said to a command.
 *
 * @param names what an option is called, in the order of help; empty for what stands on the command line by itself
 * @param form how its value is written
 * @param label what help calls the value; empty for a flag
 * @param description what help says of it
 * @param preset the value unless another is given; null if there is none
 * @param separator what separates several values in one text; empty if nothing does
 * @param target is told the value when there is one
 */
record Setting<T>(
        List<String> names,
        Form<T> form,
        String label,
        String description,
        @Nullable String preset,
        String separator,
        Consumer<T> target) {

    static <T> Setting<T> of(String name, Form<T> form, String label, String description, Consumer<T> target) {
        return new Setting<>(List.of(name), form, label, description, null, "", target);
    }

    static Setting<Boolean> flag(String name, String description, Consumer<Boolean> target) {
        return of(name, Form.FLAG, "", description, target);
    }

    /** What stands on the command line by itself, and has to. */
    static <T> Setting<T> operand(Form<T> form, String label, String description, Consumer<T> target) {
        return new Setting<>(List.of(), form, label, description, null, "", target);
    }

    boolean isOperand() {
        return names.isEmpty();
    }

    Setting<T> preset(String text) {
        return new Setting<>(names, form, label, description, text, separator, target);
    }

    Setting<T> alias(String name) {
        return new Setting<>(List.of(names.get(0), name), form, label, description, preset, separator, target);
    }

    Setting<T> separatedBy(String text) {
        return new Setting<>(names, form, label, description, preset, text, target);
    }

    /**
     * What sets it to what these texts say.
     *
     * @throws RuntimeException when they say nothing of its form
     */
    Runnable read(List<String> texts) {
        T value = form.reader().apply(texts);
        return () -> target.accept(value);
    }
}
