package dev.capy.core.shell.builtin;

import dev.capy.core.files.FileNode;
import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import dev.capy.core.shell.internal.Jump;
import dev.capy.core.shell.syntax.Program;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Commands that steer the shell, or do nothing but take time. */
final class ControlBuiltins {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,18}(?:\\.\\d{0,9})?|\\.\\d{1,9})([smhd]?)");

    private ControlBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put(":", call -> 0);
        all.put("true", call -> 0);
        all.put("false", call -> 1);
        all.put("exit", ControlBuiltins::exit);
        all.put("return", ControlBuiltins::leaveFunction);
        all.put("break", call -> leaveLoop(call, false));
        all.put("continue", call -> leaveLoop(call, true));
        all.put("eval", ControlBuiltins::eval);
        all.put(".", ControlBuiltins::source);
        all.put("source", ControlBuiltins::source);
        all.put("exec", ControlBuiltins::exec);
        all.put("wait", ControlBuiltins::await);
        all.put("sleep", ControlBuiltins::sleep);
    }

    private static int exit(Call call) {
        throw new Jump.ExitShell(status(call));
    }

    private static int leaveFunction(Call call) {
        throw new Jump.Return(status(call));
    }

    private static int status(Call call) {
        if (call.args().isEmpty()) {
            return call.process().status();
        }
        return number(call) & 0xff;
    }

    /** The first argument as a number; anything else is an error that ends the shell. */
    private static int number(Call call) {
        String text = call.args().get(0);
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        call.complainAsShell("Illegal number: " + text);
        throw new Jump.ExitShell(2);
    }

    private static int leaveLoop(Call call, boolean again) {
        int levels = call.args().isEmpty() ? 1 : number(call);
        if (levels == 0) {
            call.complainAsShell("Illegal number: 0");
            throw new Jump.ExitShell(2);
        }
        if (call.process().loops() == 0) {
            return 0;
        }
        throw new Jump.LeaveLoop(levels, again);
    }

    private static int eval(Call call) {
        String text = String.join(" ", call.args());
        call.budget().charge(text.length());
        return call.interpreter().run(Program.parse(text), call.process());
    }

    private static int source(Call call) {
        if (call.args().isEmpty()) {
            call.complainAsShell("filename argument required");
            throw new Jump.ExitShell(2);
        }
        String path = call.args().get(0);
        if (!(call.at(path).orElse(null) instanceof FileNode file)) {
            call.complainAsShell("cannot open " + path + ": No such file");
            throw new Jump.ExitShell(2);
        }
        String text = file.content().text();
        call.budget().charge(text.length());
        try {
            return call.interpreter().run(Program.parse(text), call.process());
        } catch (Jump.Return end) {
            return end.status();
        }
    }

    private static int exec(Call call) {
        if (call.args().isEmpty()) {
            return 0;
        }
        throw new Jump.ExitShell(call.delegate(call.args()));
    }

    private static int await(Call call) {
        call.process().advanceTo(call.process().backgroundEnd());
        return 0;
    }

    private static int sleep(Call call) {
        if (call.args().isEmpty()) {
            call.complain("missing operand\nTry 'sleep --help' for more information.");
            return 1;
        }
        long total = 0;
        for (String arg : call.args()) {
            long nanos = arg.equals("infinity") || arg.equals("inf") ? Long.MAX_VALUE : nanos(arg);
            if (nanos < 0) {
                call.complain("invalid time interval '" + arg + "'\nTry 'sleep --help' for more information.");
                return 1;
            }
            total = nanos > Long.MAX_VALUE - total ? Long.MAX_VALUE : total + nanos;
        }
        call.process().advance(total);
        return 0;
    }

    /** A time as {@code sleep} reads it; -1 when it is none. */
    private static long nanos(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return -1;
        }
        long unit = switch (matcher.group(2)) {
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 1;
        };
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit * 1_000_000_000L));
        return nanos.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }
}
