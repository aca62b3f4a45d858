package dev.capy.core.shell.internal;

import dev.capy.core.shell.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns words into the texts they stand for. */
final class Expander {

    private static final String BLANKS = " \t\n";
    /** Commands whose arguments may be assignments, which are not split. */
    private static final Set<String> DECLARING = Set.of("export", "local");

    private final Interpreter interpreter;
    private final ParameterExpander parameters;

    Expander(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.parameters = new ParameterExpander(this);
    }

    /** The fields of all words: split, and patterns replaced by the files they match. */
    List<String> fields(List<Word> words, ShellProcess process) {
        List<String> fields = new ArrayList<>(words.size());
        boolean declares = !words.isEmpty() && DECLARING.contains(words.get(0).bare());
        for (Word word : words) {
            if (declares && word.looksLikeAssignment()) {
                fields.add(single(word, process));
            } else if (isPlain(word)) {
                fields.add(((Word.Literal) word.parts().get(0)).text());
            } else {
                String separators = process.variables.get("IFS", BLANKS);
                FieldReceiver receiver = new FieldReceiver(fields, separators, pattern -> files(pattern, process));
                expand(word, receiver, process);
                receiver.end();
            }
        }
        return fields;
    }

    private static boolean isPlain(Word word) {
        return word.parts().size() == 1 && word.parts().get(0) instanceof Word.Literal literal && !literal.isPattern();
    }

    private static List<String> files(String pattern, ShellProcess process) {
        return process.options.noglob() ? List.of() : PathExpansion.expand(pattern, process);
    }

    /** The word as one text. */
    String single(Word word, ShellProcess process) {
        if (isPlain(word)) {
            return ((Word.Literal) word.parts().get(0)).text();
        }
        TextReceiver receiver = new TextReceiver(false);
        expand(word, receiver, process);
        return receiver.result();
    }

    /** The word as a pattern for {@link GlobPattern}. */
    String pattern(Word word, ShellProcess process) {
        TextReceiver receiver = new TextReceiver(true);
        expand(word, receiver, process);
        return receiver.result();
    }

    void expand(Word word, Receiver receiver, ShellProcess process) {
        for (Word.Part part : word.parts()) {
            if (part instanceof Word.Literal literal) {
                give(literal.text(), literal.quoted(), receiver, false);
            } else if (part instanceof Word.Parameter parameter) {
                parameters.expand(parameter, receiver, process);
            } else if (part instanceof Word.Substitution substitution) {
                String output = interpreter.substitute(substitution.body(), process);
                give(output, substitution.quoted(), receiver, true);
            } else if (part instanceof Word.Arithmetic arithmetic) {
                String expression = single(arithmetic.expression(), process);
                String result = String.valueOf(Arithmetic.evaluate(expression, process));
                give(result, arithmetic.quoted(), receiver, true);
            } else {
                receiver.quoted(process.variables.get("HOME", "~"));
            }
        }
    }

    static void give(String text, boolean quoted, Receiver receiver, boolean expanded) {
        if (quoted) {
            receiver.quoted(text);
        } else if (expanded) {
            receiver.value(text);
        } else {
            receiver.text(text);
        }
    }
}
