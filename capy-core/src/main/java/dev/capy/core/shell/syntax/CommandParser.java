package dev.capy.core.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single commands: the lower half of the grammar. */
final class CommandParser {

    private static final Set<String> UNSUPPORTED = Set.of("[[", "function", "select", "coproc");

    private final Tokens tokens;
    private final Parser lists;
    private final RedirectionParser redirections;

    CommandParser(Tokens tokens, Parser lists) {
        this.tokens = tokens;
        this.lists = lists;
        this.redirections = new RedirectionParser(tokens);
    }

    Command command() throws SyntaxError {
        Token first = tokens.peek();
        tokens.lexer().nesting().enter(first.line());
        Command command = command(first);
        tokens.lexer().nesting().leave();
        return command;
    }

    private Command command(Token first) throws SyntaxError {
        if (first.isOperator("(")) {
            return withRedirections(subshell(), first.line());
        }
        if (first.isRedirection()) {
            return simple(first.line());
        }
        if (first.kind() != Token.Kind.WORD || first.closesList() || first.is("!")) {
            throw first.unexpected("");
        }
        return switch (first.text()) {
            case "if" -> withRedirections(ifClause(), first.line());
            case "while", "until" -> withRedirections(loop(), first.line());
            case "for" -> withRedirections(forClause(), first.line());
            case "case" -> withRedirections(caseClause(), first.line());
            case "{" -> withRedirections(group(), first.line());
            default -> simple(first.line());
        };
    }

    private Command withRedirections(Command body, int line) throws SyntaxError {
        List<Redirection> found = new ArrayList<>(0);
        while (tokens.peek().isRedirection()) {
            found.add(redirections.read());
        }
        return found.isEmpty() ? body : new Command.Redirected(line, body, List.copyOf(found));
    }

    private Command subshell() throws SyntaxError {
        tokens.next();
        if (tokens.lexer().comesDirectly('(')) {
            throw new SyntaxError(tokens.lexer().line(), "\"((\" is not supported");
        }
        Command body = lists.compoundList();
        tokens.expect(")");
        return new Command.Subshell(body);
    }

    private Command group() throws SyntaxError {
        tokens.next();
        Command body = lists.compoundList();
        tokens.expect("}");
        return body;
    }

    private Command ifClause() throws SyntaxError {
        List<Command.Branch> branches = new ArrayList<>(1);
        do {
            tokens.next();
            Command condition = lists.compoundList();
            tokens.expect("then");
            branches.add(new Command.Branch(condition, lists.compoundList()));
        } while (tokens.peek().is("elif"));
        Optional<Command> otherwise = tokens.take("else") ? Optional.of(lists.compoundList()) : Optional.empty();
        tokens.expect("fi");
        return new Command.If(List.copyOf(branches), otherwise);
    }

    private Command loop() throws SyntaxError {
        Token keyword = tokens.next();
        Command condition = lists.compoundList();
        return new Command.Loop(keyword.line(), keyword.is("until"), condition, body());
    }

    private Command body() throws SyntaxError {
        tokens.expect("do");
        Command body = lists.compoundList();
        tokens.expect("done");
        return body;
    }

    private Command forClause() throws SyntaxError {
        tokens.next();
        Token variable = tokens.next();
        if (!Names.isName(variable.text())) {
            throw new SyntaxError(variable.line(), "Bad for loop variable");
        }
        tokens.skipNewlines();
        Optional<List<Word>> values = Optional.empty();
        if (tokens.take("in")) {
            values = Optional.of(words());
            if (!tokens.take(";") && tokens.peek().kind() != Token.Kind.NEWLINE) {
                throw tokens.peek().unexpected("");
            }
        } else {
            tokens.take(";");
        }
        tokens.skipNewlines();
        return new Command.For(variable.text(), values, body());
    }

    private List<Word> words() throws SyntaxError {
        List<Word> words = new ArrayList<>();
        while (tokens.peek().kind() == Token.Kind.WORD) {
            words.add(tokens.next().word());
        }
        return List.copyOf(words);
    }

    private Command caseClause() throws SyntaxError {
        tokens.next();
        Token subject = tokens.next();
        if (subject.kind() != Token.Kind.WORD) {
            throw subject.unexpected("");
        }
        tokens.skipNewlines();
        tokens.expect("in");
        tokens.skipNewlines();
        List<Command.Choice> choices = new ArrayList<>();
        while (!tokens.take("esac")) {
            choices.add(choice());
            if (!tokens.take(";;")) {
                tokens.expect("esac");
                break;
            }
            tokens.skipNewlines();
        }
        return new Command.Case(subject.word(), List.copyOf(choices));
    }

    private Command.Choice choice() throws SyntaxError {
        tokens.take("(");
        List<Word> patterns = new ArrayList<>(1);
        do {
            Token pattern = tokens.next();
            if (pattern.kind() != Token.Kind.WORD) {
                throw pattern.unexpected("");
            }
            patterns.add(pattern.word());
        } while (tokens.take("|"));
        tokens.expect(")");
        tokens.skipNewlines();
        boolean empty = tokens.peek().isOperator(";;") || tokens.peek().is("esac");
        Command body = empty ? new Command.Sequence(List.of()) : lists.compoundList();
        return new Command.Choice(List.copyOf(patterns), body);
    }

    private Command simple(int line) throws SyntaxError {
        SimpleCommandBuilder command = new SimpleCommandBuilder(line);
        while (true) {
            Token token = tokens.peek();
            if (token.isRedirection()) {
                command.add(redirections.read());
            } else if (token.kind() == Token.Kind.WORD) {
                if (!command.hasWords() && UNSUPPORTED.contains(token.text())) {
                    throw new SyntaxError(token.line(), '"' + token.text() + "\" is not supported");
                }
                command.add(tokens.next());
            } else if (token.isOperator("(") && command.isFunctionName()) {
                tokens.next();
                tokens.expect(")");
                tokens.skipNewlines();
                return new Command.Function(command.functionName(), command());
            } else if (token.isOperator("(")) {
                throw token.unexpected("");
            } else {
                return command.build();
            }
        }
    }
}
