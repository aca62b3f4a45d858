package dev.capy.core.shell.syntax;

import java.util.ArrayList;
import java.util.List;

/** Collects a simple command: assignments come before its first word, redirections anywhere. */
final class SimpleCommandBuilder {

    private final int line;
    private final List<Command.Assignment> assignments = new ArrayList<>(0);
    private final List<Word> words = new ArrayList<>(4);
    private final List<Redirection> redirections = new ArrayList<>(0);

    SimpleCommandBuilder(int line) {
        this.line = line;
    }

    void add(Redirection redirection) {
        redirections.add(redirection);
    }

    void add(Token token) throws SyntaxError {
        int equals = words.isEmpty() ? equalsSign(token.word()) : -1;
        if (equals < 0) {
            words.add(token.word());
            return;
        }
        String name = first(token.word()).substring(0, equals);
        if (Names.isName(name)) {
            assignments.add(new Command.Assignment(name, value(token.word(), equals)));
        } else if (name.endsWith("+") && Names.isName(name.substring(0, name.length() - 1))) {
            throw new SyntaxError(token.line(), "\"+=\" is not supported");
        } else if (name.endsWith("]") && name.contains("[")) {
            throw new SyntaxError(token.line(), "arrays are not supported");
        } else {
            words.add(token.word());
        }
    }

    boolean hasWords() {
        return !words.isEmpty();
    }

    boolean isFunctionName() {
        return words.size() == 1
                && assignments.isEmpty()
                && redirections.isEmpty()
                && Names.isName(words.get(0).bare().replace('-', '_'));
    }

    String functionName() {
        return words.get(0).bare();
    }

    Command build() {
        return new Command.Simple(line, List.copyOf(assignments), List.copyOf(words), List.copyOf(redirections));
    }

    private static String first(Word word) {
        return !word.parts().isEmpty() && word.parts().get(0) instanceof Word.Literal literal && !literal.quoted()
                ? literal.text()
                : "";
    }

    private static int equalsSign(Word word) {
        return first(word).indexOf('=');
    }

    private static Word value(Word word, int equals) {
        List<Word.Part> parts = new ArrayList<>(word.parts());
        String rest = first(word).substring(equals + 1);
        if ((rest.equals("~") && parts.size() == 1) || rest.startsWith("~/")) {
            parts.set(0, new Word.Literal(rest.substring(1), false));
            parts.add(0, new Word.Tilde());
        } else {
            parts.set(0, new Word.Literal(rest, false));
        }
        return new Word(List.copyOf(parts));
    }
}
