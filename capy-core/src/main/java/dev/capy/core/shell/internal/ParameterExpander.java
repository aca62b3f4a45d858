package dev.capy.core.shell.internal;

import dev.capy.core.shell.syntax.Names;
import dev.capy.core.shell.syntax.ParameterOperation;
import dev.capy.core.shell.syntax.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expands {@code $name} and {@code ${name…}}. */
final class ParameterExpander {

    private final Expander expander;

    ParameterExpander(Expander expander) {
        this.expander = expander;
    }

    void expand(Word.Parameter parameter, Receiver receiver, ShellProcess process) {
        boolean all = parameter.name().equals("@") || (parameter.name().equals("*") && !parameter.quoted());
        if (all && parameter.operation() == ParameterOperation.VALUE) {
            arguments(parameter.quoted(), receiver, process);
            return;
        }
        String value = value(parameter.name(), process);
        boolean missing =
                value == null || (value.isEmpty() && parameter.operation().emptyIsUnset());
        switch (parameter.operation()) {
            case DEFAULT_IF_UNSET, DEFAULT_IF_EMPTY -> {
                if (missing) {
                    argument(parameter, receiver, process);
                } else {
                    give(value, parameter, receiver, process);
                }
            }
            case ALTERNATIVE_IF_SET, ALTERNATIVE_IF_FULL -> {
                if (missing) {
                    give("", parameter, receiver, process);
                } else {
                    argument(parameter, receiver, process);
                }
            }
            default -> give(computed(parameter, value, missing, process), parameter, receiver, process);
        }
    }

    private static void arguments(boolean quoted, Receiver receiver, ShellProcess process) {
        List<String> arguments = process.arguments;
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                receiver.nextField();
            }
            charge(arguments.get(i), process);
            Expander.give(arguments.get(i), quoted, receiver, true);
        }
    }

    private String computed(Word.Parameter parameter, @Nullable String value, boolean missing, ShellProcess process) {
        String present = value == null ? "" : value;
        return switch (parameter.operation()) {
            case ASSIGN_IF_UNSET, ASSIGN_IF_EMPTY -> missing ? assign(parameter, process) : present;
            case FAIL_IF_UNSET, FAIL_IF_EMPTY -> {
                if (missing) {
                    throw missing(parameter, process);
                }
                yield present;
            }
            default -> {
                if (value == null
                        && process.options.nounset()
                        && !parameter.name().equals("@")) {
                    process.complain(parameter.name() + ": parameter not set");
                    throw new Jump.ExitShell(2);
                }
                yield parameter.operation() == ParameterOperation.LENGTH
                        ? String.valueOf(present.codePointCount(0, present.length()))
                        : trimmed(parameter, present, process);
            }
        };
    }

    private void argument(Word.Parameter parameter, Receiver receiver, ShellProcess process) {
        if (parameter.quoted()) {
            receiver.quoted(expander.single(parameter.argument(), process));
        } else {
            expander.expand(parameter.argument(), new Unquoted(receiver), process);
        }
    }

    private static void give(
            @Nullable String value, Word.Parameter parameter, Receiver receiver, ShellProcess process) {
        String text = value == null ? "" : value;
        charge(text, process);
        Expander.give(text, parameter.quoted(), receiver, true);
    }

    private static void charge(String text, ShellProcess process) {
        process.evaluation.budget().charge(text.length());
    }

    private String assign(Word.Parameter parameter, ShellProcess process) {
        if (!Names.isName(parameter.name())) {
            process.complain(parameter.name() + ": bad variable name");
            throw new Jump.ExitShell(2);
        }
        String value = expander.single(parameter.argument(), process);
        process.variables.set(parameter.name(), value);
        return value;
    }

    private Jump missing(Word.Parameter parameter, ShellProcess process) {
        String message = expander.single(parameter.argument(), process);
        boolean orEmpty = parameter.operation() == ParameterOperation.FAIL_IF_EMPTY;
        String ready = orEmpty ? "parameter not set or null" : "parameter not set";
        process.complain(parameter.name() + ": " + (message.isEmpty() ? ready : message));
        return new Jump.ExitShell(2);
    }

    private String trimmed(Word.Parameter parameter, String value, ShellProcess process) {
        ParameterOperation operation = parameter.operation();
        if (operation == ParameterOperation.VALUE) {
            return value;
        }
        String pattern = expander.pattern(parameter.argument(), process);
        boolean prefix =
                operation == ParameterOperation.SHORTEST_PREFIX || operation == ParameterOperation.LONGEST_PREFIX;
        boolean longest =
                operation == ParameterOperation.LONGEST_PREFIX || operation == ParameterOperation.LONGEST_SUFFIX;
        for (int i = 0; i <= value.length(); i++) {
            int length = longest ? value.length() - i : i;
            int cut = prefix ? length : value.length() - length;
            String piece = prefix ? value.substring(0, cut) : value.substring(cut);
            process.evaluation.budget().charge(1L + (long) piece.length() * pattern.length());
            if (GlobPattern.matches(pattern, piece)) {
                return prefix ? value.substring(cut) : value.substring(0, cut);
            }
        }
        return value;
    }

    private static @Nullable String value(String name, ShellProcess process) {
        return switch (name) {
            case "?" -> String.valueOf(process.status);
            case "#" -> String.valueOf(process.arguments.size());
            case "$" -> "1";
            case "!" -> process.backgroundEnd > 0 ? "2" : "";
            case "-" -> process.options.letters();
            case "0" -> process.name;
            case "@", "*" ->
                process.arguments.isEmpty() ? null : String.join(firstSeparator(process), process.arguments);
            default -> Character.isDigit(name.charAt(0)) ? argument(name, process) : process.variables.get(name);
        };
    }

    private static String firstSeparator(ShellProcess process) {
        String separators = process.variables.get("IFS", " ");
        return separators.isEmpty() ? "" : separators.substring(0, 1);
    }

    private static @Nullable String argument(String digits, ShellProcess process) {
        int position = Integer.parseInt(digits);
        return position == 0
                ? process.name
                : position <= process.arguments.size() ? process.arguments.get(position - 1) : null;
    }

    /** The text of an unquoted default is split like a value. */
    private record Unquoted(Receiver receiver) implements Receiver {

        @Override
        public void quoted(String text) {
            receiver.quoted(text);
        }

        @Override
        public void text(String text) {
            receiver.value(text);
        }

        @Override
        public void value(String text) {
            receiver.value(text);
        }

        @Override
        public void nextField() {
            receiver.nextField();
        }
    }
}
