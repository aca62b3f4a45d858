package dev.capy.core.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists, and-or lists and pipelines: the upper half of the grammar. */
final class Parser {

    private final Tokens tokens;
    private final CommandParser commands;

    Parser(Lexer lexer) {
        this.tokens = new Tokens(lexer);
        this.commands = new CommandParser(tokens, this);
    }

    /** The whole text, up to the first error. */
    Program program() {
        List<Command> lines = new ArrayList<>(1);
        try {
            readLines(lines);
            return new Program(List.copyOf(lines), Optional.empty());
        } catch (SyntaxError e) {
            return new Program(List.copyOf(lines), Optional.of(e));
        }
    }

    /** The whole text. */
    Program strictProgram() throws SyntaxError {
        List<Command> lines = new ArrayList<>(1);
        readLines(lines);
        return new Program(List.copyOf(lines), Optional.empty());
    }

    private void readLines(List<Command> lines) throws SyntaxError {
        tokens.skipNewlines();
        while (tokens.peek().kind() != Token.Kind.END) {
            Command line = line();
            if (tokens.peek().kind() != Token.Kind.NEWLINE && tokens.peek().kind() != Token.Kind.END) {
                throw tokens.peek().unexpected("");
            }
            tokens.skipNewlines();
            lines.add(line);
        }
    }

    /** The inside of {@code $( … )}, past the closing parenthesis. */
    Program substitution() throws SyntaxError {
        tokens.skipNewlines();
        if (tokens.take(")")) {
            return new Program(List.of(), Optional.empty());
        }
        Command body = compoundList();
        tokens.expect(")");
        tokens.lexer().requireNoAwaitedDocument();
        return new Program(List.of(body), Optional.empty());
    }

    private Command line() throws SyntaxError {
        return list(false);
    }

    /** Commands between two keywords or parentheses; newlines separate them too. */
    Command compoundList() throws SyntaxError {
        tokens.skipNewlines();
        return list(true);
    }

    private Command list(boolean acrossLines) throws SyntaxError {
        List<Command.Item> items = new ArrayList<>(1);
        do {
            Command command = andOr();
            boolean background = tokens.take("&");
            boolean separated = background || tokens.take(";");
            items.add(new Command.Item(command, background));
            if (acrossLines && tokens.peek().kind() == Token.Kind.NEWLINE) {
                tokens.skipNewlines();
                separated = true;
            }
            if (!separated) {
                break;
            }
        } while (tokens.peek().kind() != Token.Kind.NEWLINE && !tokens.peek().closesList());
        boolean single = items.size() == 1 && !items.get(0).background();
        return single ? items.get(0).command() : new Command.Sequence(List.copyOf(items));
    }

    private Command andOr() throws SyntaxError {
        Command first = pipeline();
        List<Command.Link> rest = new ArrayList<>(0);
        while (tokens.peek().isOperator("&&") || tokens.peek().isOperator("||")) {
            boolean and = tokens.next().text().equals("&&");
            tokens.skipNewlines();
            rest.add(new Command.Link(and, pipeline()));
        }
        return rest.isEmpty() ? first : new Command.AndOr(first, List.copyOf(rest));
    }

    private Command pipeline() throws SyntaxError {
        boolean negated = tokens.take("!");
        List<Command> stages = new ArrayList<>(1);
        stages.add(commands.command());
        while (tokens.peek().isOperator("|")) {
            tokens.next();
            tokens.skipNewlines();
            stages.add(commands.command());
        }
        return stages.size() == 1 && !negated ? stages.get(0) : new Command.Pipeline(List.copyOf(stages), negated);
    }
}
