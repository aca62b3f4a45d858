package dev.capy.core.shell.syntax;

/** Redirections and the words they point to. */
final class RedirectionParser {

    private final Tokens tokens;

    RedirectionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Redirection read() throws SyntaxError {
        int descriptor = -1;
        if (tokens.peek().kind() == Token.Kind.DESCRIPTOR) {
            descriptor = tokens.next().text().charAt(0) - '0';
        }
        Token operator = tokens.next();
        return switch (operator.text()) {
            case ">", ">|" -> new Redirection.ToFile(output(descriptor, operator), false, target());
            case ">>" -> new Redirection.ToFile(output(descriptor, operator), true, target());
            case ">&" -> duplicate(output(descriptor, operator));
            case "&>" -> new Redirection.BothToFile(false, target());
            case "&>>" -> new Redirection.BothToFile(true, target());
            case "<" -> {
                input(descriptor, operator);
                yield new Redirection.FromFile(target());
            }
            case "<<", "<<-" -> {
                input(descriptor, operator);
                yield hereDocument(operator.text().equals("<<-"));
            }
            default -> throw new SyntaxError(operator.line(), '"' + operator.text() + "\" is not supported");
        };
    }

    private static int output(int descriptor, Token operator) throws SyntaxError {
        if (descriptor == -1) {
            return 1;
        }
        return checked(descriptor, descriptor == 1 || descriptor == 2, operator);
    }

    private static int input(int descriptor, Token operator) throws SyntaxError {
        return checked(descriptor, descriptor <= 0, operator);
    }

    private static int checked(int descriptor, boolean supported, Token operator) throws SyntaxError {
        if (!supported) {
            throw new SyntaxError(operator.line(), "file descriptor " + descriptor + " is not supported here");
        }
        return descriptor;
    }

    private Redirection duplicate(int descriptor) throws SyntaxError {
        Token of = tokens.peek();
        String text = targetToken().text();
        if (!text.equals("1") && !text.equals("2")) {
            throw new SyntaxError(of.line(), "Bad fd number");
        }
        return new Redirection.Duplicate(descriptor, text.charAt(0) - '0');
    }

    private Word target() throws SyntaxError {
        return targetToken().word();
    }

    private Token targetToken() throws SyntaxError {
        Token target = tokens.next();
        boolean word = target.kind() == Token.Kind.WORD || target.kind() == Token.Kind.DESCRIPTOR;
        if (!word) {
            throw target.unexpected("");
        }
        return target;
    }

    private Redirection hereDocument(boolean stripTabs) throws SyntaxError {
        Token delimiter = targetToken();
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (Word.Part part : delimiter.word().parts()) {
            if (!(part instanceof Word.Literal literal)) {
                throw new SyntaxError(delimiter.line(), "here-document delimiter must be plain text");
            }
            text.append(literal.text());
            quoted |= literal.quoted();
        }
        HereDocument document = new HereDocument(text.toString(), stripTabs, quoted);
        tokens.lexer().await(document);
        return new Redirection.Here(document);
    }
}
