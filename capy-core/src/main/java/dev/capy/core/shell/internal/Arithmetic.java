package dev.capy.core.shell.internal;

import dev.capy.core.shell.syntax.Names;
import java.util.List;

/** Evaluates {@code $(( … ))} in 64-bit integers. */
final class Arithmetic {

    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("|"),
            List.of("^"),
            List.of("&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("<<", ">>"),
            List.of("+", "-"),
            List.of("*", "/", "%"));
    private static final List<String> SIGNS = List.of(
            "<<=", ">>=", "||", "&&", "==", "!=", "<=", ">=", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
            "^=");

    private final String text;
    private final ShellProcess process;
    private int at;

    private Arithmetic(String text, ShellProcess process) {
        this.text = text;
        this.process = process;
    }

    /** The value; ends the shell with a complaint when {@code text} is no expression. */
    static long evaluate(String text, ShellProcess process) {
        Arithmetic arithmetic = new Arithmetic(text, process);
        if (arithmetic.sign().isEmpty()) {
            return 0;
        }
        long value = arithmetic.assignment(true);
        if (!arithmetic.sign().isEmpty()) {
            throw arithmetic.error("expecting EOF");
        }
        return value;
    }

    private long assignment(boolean live) {
        process.evaluation.budget().enter();
        int start = at;
        String name = sign();
        long value;
        if (Names.isName(name)) {
            at += name.length();
            String operator = sign();
            boolean assigns = operator.equals("=") || (operator.length() > 1 && isAssignment(operator));
            if (assigns) {
                at += operator.length();
                long right = assignment(live);
                value = operator.equals("=")
                        ? right
                        : apply(operator.substring(0, operator.length() - 1), variable(name), right, live);
                if (live) {
                    process.variables.set(name, String.valueOf(value));
                }
                process.evaluation.budget().leave();
                return value;
            }
            at = start;
        }
        value = conditional(live);
        process.evaluation.budget().leave();
        return value;
    }

    private static boolean isAssignment(String operator) {
        return operator.endsWith("=") && !List.of("==", "!=", "<=", ">=").contains(operator);
    }

    private long conditional(boolean live) {
        long condition = binary(0, live);
        if (!take("?")) {
            return condition;
        }
        long yes = assignment(live && condition != 0);
        if (!take(":")) {
            throw error("expecting ':'");
        }
        long no = assignment(live && condition == 0);
        return condition != 0 ? yes : no;
    }

    private long binary(int level, boolean live) {
        if (level == LEVELS.size()) {
            return unary(live);
        }
        long left = binary(level + 1, live);
        String operator = sign();
        while (LEVELS.get(level).contains(operator)) {
            at += operator.length();
            boolean decided = (operator.equals("||") && left != 0) || (operator.equals("&&") && left == 0);
            long right = binary(level + 1, live && !decided);
            left = apply(operator, left, right, live);
            operator = sign();
        }
        return left;
    }

    private long apply(String operator, long left, long right, boolean live) {
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            default -> divide(operator, left, right, live);
        };
    }

    private long divide(String operator, long left, long right, boolean live) {
        if (right == 0) {
            if (live) {
                throw error("division by zero");
            }
            return 0;
        }
        return operator.equals("/") ? left / right : left % right;
    }

    private long unary(boolean live) {
        process.evaluation.budget().enter();
        long value = take("!")
                ? (unary(live) == 0 ? 1 : 0)
                : take("-") ? -unary(live) : take("+") ? unary(live) : take("~") ? ~unary(live) : primary(live);
        process.evaluation.budget().leave();
        return value;
    }

    private long primary(boolean live) {
        if (take("(")) {
            long value = assignment(live);
            if (!take(")")) {
                throw error("expecting ')'");
            }
            return value;
        }
        String word = sign();
        at += word.length();
        if (Names.isName(word)) {
            return variable(word);
        }
        return number(word);
    }

    private long variable(String name) {
        String value = process.variables.get(name, "").strip();
        return value.isEmpty() ? 0 : value.startsWith("-") ? -number(value.substring(1)) : number(value);
    }

    private long number(String digits) {
        try {
            return digits.startsWith("-") || digits.startsWith("+") ? notANumber() : Long.decode(digits);
        } catch (NumberFormatException e) {
            return notANumber();
        }
    }

    private long notANumber() {
        throw error("expecting primary");
    }

    private boolean take(String sign) {
        boolean comes = sign().equals(sign);
        if (comes) {
            at += sign.length();
        }
        return comes;
    }

    /** The next sign, name or number, not taken yet; empty at the end. */
    private String sign() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end > at) {
            return text.substring(at, end);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return sign;
            }
        }
        return at < text.length() ? text.substring(at, at + 1) : "";
    }

    private Jump error(String what) {
        process.complain("arithmetic expression: " + what + ": \"" + text + "\"");
        return new Jump.ExitShell(2);
    }
}
