package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code printf}: {@code %s %b %c %d %i %u %o %x %X %%} with flags, width and precision. */
final class PrintfBuiltin implements Builtin {

    private static final int WIDEST = 10_000;
    private static final Pattern SPEC = Pattern.compile("%([-+ 0#]*)(\\d{0,9}|\\*)(?:\\.(\\d{0,9}))?([a-zA-Z%])");

    @Override
    public int run(Call call) {
        List<String> args = call.args();
        if (!args.isEmpty() && args.get(0).equals("--")) {
            args = args.subList(1, args.size());
        }
        if (args.isEmpty()) {
            call.complainAsShell("usage: printf format [arg ...]");
            return 2;
        }
        return new Formatting(call, args.get(0), args.subList(1, args.size())).run();
    }

    /** One call at work: which argument comes next, and what went wrong. */
    private static final class Formatting {
        private final Call call;
        private final String format;
        private final List<String> values;
        private final StringBuilder out = new StringBuilder();
        private int next;
        private int status;
        private boolean stopped;

        Formatting(Call call, String format, List<String> values) {
            this.call = call;
            this.format = format;
            this.values = values;
        }

        int run() {
            int before;
            do {
                before = next;
                once();
                call.budget().charge(1L + format.length());
            } while (!stopped && next < values.size() && next > before);
            call.print(out.toString());
            return status;
        }

        private void once() {
            int at = 0;
            while (at < format.length() && !stopped) {
                int percent = format.indexOf('%', at);
                int end = percent < 0 ? format.length() : percent;
                Escapes text = Escapes.read(format.substring(at, end), false);
                out.append(text.text());
                stopped = text.stopped();
                at = end;
                if (percent >= 0 && !stopped) {
                    at = directive(percent);
                }
            }
        }

        private int directive(int percent) {
            Matcher spec = SPEC.matcher(format).region(percent, format.length());
            if (!spec.lookingAt() || "sbcdiuoxX%".indexOf(spec.group(4)) < 0) {
                call.complainAsShell(format.substring(percent) + ": invalid directive");
                status = 2;
                stopped = true;
                return format.length();
            }
            out.append(padded(spec, body(spec)));
            return spec.end();
        }

        private String body(Matcher spec) {
            String precision = spec.group(3);
            int limit = precision == null ? Integer.MAX_VALUE : precision.isEmpty() ? 0 : Integer.parseInt(precision);
            return switch (spec.group(4)) {
                case "%" -> "%";
                case "s" -> cut(value(), limit);
                case "c" -> cut(value(), 1);
                case "b" -> {
                    Escapes text = Escapes.read(value(), true);
                    stopped = text.stopped();
                    yield cut(text.text(), limit);
                }
                default -> number(spec, integer(value()));
            };
        }

        private static String cut(String text, int limit) {
            return text.length() > limit ? text.substring(0, limit) : text;
        }

        private static String number(Matcher spec, long value) {
            return switch (spec.group(4)) {
                case "o" -> Long.toOctalString(value);
                case "x" -> Long.toHexString(value);
                case "X" -> Long.toHexString(value).toUpperCase(Locale.ROOT);
                case "u" -> Long.toUnsignedString(value);
                default -> (value >= 0 && spec.group(1).contains("+") ? "+" : "") + value;
            };
        }

        private String padded(Matcher spec, String body) {
            String given = spec.group(2).equals("*") ? value() : spec.group(2);
            int width = (int) Math.min(WIDEST, given.isEmpty() ? 0 : Math.abs(integer(given)));
            String padding = " ".repeat(Math.max(0, width - body.length()));
            boolean number = "diuoxX".contains(spec.group(4));
            if (spec.group(1).contains("-")) {
                return body + padding;
            }
            if (!number || !spec.group(1).contains("0")) {
                return padding + body;
            }
            boolean signed = body.startsWith("-") || body.startsWith("+");
            String sign = signed ? body.substring(0, 1) : "";
            return sign + padding.replace(' ', '0') + body.substring(sign.length());
        }

        private String value() {
            return next < values.size() ? values.get(next++) : "";
        }

        private long integer(String text) {
            if (text.isEmpty()) {
                return 0;
            }
            try {
                return text.startsWith("'") || text.startsWith("\"") ? text.codePointAt(1) : Long.decode(text.strip());
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                Matcher digits = Pattern.compile("\\s*([-+]?\\d{1,18})").matcher(text);
                boolean begins = digits.lookingAt();
                call.complainAsShell(text + (begins ? ": not completely converted" : ": expected numeric value"));
                status = 1;
                return begins ? Long.parseLong(digits.group(1)) : 0;
            }
        }
    }
}
