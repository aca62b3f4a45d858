package dev.capy.core.shell.builtin;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.shell.internal.Call;
import java.util.List;
import java.util.Set;

/** {@code test} and {@code [}: answers 0 for true, 1 for false, 2 for what is no expression. */
final class TestBuiltin {

    private static final Set<String> UNARY =
            Set.of("-f", "-d", "-e", "-s", "-x", "-r", "-w", "-z", "-n", "-L", "-h", "-t");
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "<", ">");

    /** The words are no expression. */
    private static final class NoExpression extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoExpression(String message) {
            super(message, null, false, false);
        }
    }

    private final Call call;
    private final List<String> words;
    private int at;

    private TestBuiltin(Call call, List<String> words) {
        this.call = call;
        this.words = words;
    }

    static int test(Call call) {
        return evaluate(call, call.args());
    }

    static int bracket(Call call) {
        List<String> args = call.args();
        if (args.isEmpty() || !args.get(args.size() - 1).equals("]")) {
            call.complainAsShell("missing ]");
            return 2;
        }
        return evaluate(call, args.subList(0, args.size() - 1));
    }

    private static int evaluate(Call call, List<String> words) {
        if (words.isEmpty()) {
            return 1;
        }
        int depth = 0;
        TestBuiltin test = new TestBuiltin(call, words);
        try {
            boolean result = test.or(depth);
            if (test.at < words.size()) {
                throw new NoExpression(words.get(test.at) + ": unexpected operator");
            }
            return result ? 0 : 1;
        } catch (NoExpression e) {
            call.complainAsShell(String.valueOf(e.getMessage()));
            return 2;
        }
    }

    private boolean or(int depth) {
        boolean result = and(depth);
        while (take("-o")) {
            result |= and(depth);
        }
        return result;
    }

    private boolean and(int depth) {
        boolean result = not(depth);
        while (take("-a")) {
            result &= not(depth);
        }
        return result;
    }

    private boolean not(int depth) {
        if (depth > 100) {
            throw new NoExpression("nested too deeply");
        }
        if (left() > 1 && peek(0).equals("!") && !isBinary(1)) {
            at++;
            return !not(depth + 1);
        }
        return primary(depth);
    }

    private boolean primary(int depth) {
        if (left() == 0) {
            throw new NoExpression("argument expected");
        }
        if (left() >= 3 && isBinary(1)) {
            at += 3;
            return binary(words.get(at - 3), words.get(at - 2), words.get(at - 1));
        }
        if (left() >= 2 && UNARY.contains(peek(0)) && !(left() >= 3 && isJoint(1) && left() != 2)) {
            at += 2;
            return unary(words.get(at - 2), words.get(at - 1));
        }
        if (left() >= 3 && peek(0).equals("(")) {
            at++;
            boolean result = or(depth + 1);
            if (!take(")")) {
                throw new NoExpression("closing paren expected");
            }
            return result;
        }
        if (at == 0 && words.size() == 2) {
            throw new NoExpression(peek(0) + ": unexpected operator");
        }
        return !words.get(at++).isEmpty();
    }

    private boolean isJoint(int ahead) {
        return peek(ahead).equals("-a") || peek(ahead).equals("-o");
    }

    private boolean isBinary(int ahead) {
        return left() > ahead + 1 && BINARY.contains(peek(ahead));
    }

    private int left() {
        return words.size() - at;
    }

    private String peek(int ahead) {
        return words.get(at + ahead);
    }

    private boolean take(String word) {
        boolean comes = left() > 0 && peek(0).equals(word);
        at += comes ? 1 : 0;
        return comes;
    }

    private boolean unary(String operator, String operand) {
        return switch (operator) {
            case "-z" -> operand.isEmpty();
            case "-n" -> !operand.isEmpty();
            case "-f" -> !operand.equals("/dev/null") && call.at(operand).orElse(null) instanceof FileNode;
            case "-d" -> call.at(operand).orElse(null) instanceof Directory;
            case "-s" ->
                call.at(operand)
                        .filter(node -> !(node instanceof FileNode file)
                                || file.content().size() > 0)
                        .isPresent();
            case "-x" ->
                call.at(operand).filter(node -> (node.mode() & 0111) != 0).isPresent();
            case "-L", "-h", "-t" -> false;
            default -> call.at(operand).isPresent();
        };
    }

    private static boolean binary(String left, String operator, String right) {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> left.compareTo(right) < 0;
            case ">" -> left.compareTo(right) > 0;
            case "-eq" -> number(left) == number(right);
            case "-ne" -> number(left) != number(right);
            case "-lt" -> number(left) < number(right);
            case "-le" -> number(left) <= number(right);
            case "-gt" -> number(left) > number(right);
            default -> number(left) >= number(right);
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new NoExpression("Illegal number: " + text);
        }
    }
}
