package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import java.util.List;
import java.util.Map;

/** Commands that print what they are given. */
final class OutputBuiltins {

    private OutputBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put("echo", OutputBuiltins::echo);
        all.put("cat", OutputBuiltins::cat);
        all.put("tee", OutputBuiltins::tee);
    }

    /** As in dash: {@code -n} is the one option, escapes are always read. */
    private static int echo(Call call) {
        List<String> args = call.args();
        boolean noNewline = !args.isEmpty() && args.get(0).equals("-n");
        String text = String.join(" ", noNewline ? args.subList(1, args.size()) : args);
        if (text.indexOf('\\') < 0) {
            call.print(noNewline ? text : text + "\n");
            return 0;
        }
        Escapes escapes = Escapes.read(text, true);
        call.print(escapes.text() + (noNewline || escapes.stopped() ? "" : "\n"));
        return 0;
    }

    private static int cat(Call call) {
        Flags flags = Flags.parse(call, "nu");
        if (flags == null) {
            return 1;
        }
        int status = 0;
        StringBuilder all = new StringBuilder();
        for (String path : flags.operands().isEmpty() ? List.of("-") : flags.operands()) {
            String text = call.read(path);
            if (text == null) {
                status = 1;
            } else {
                all.append(text);
            }
        }
        call.print(flags.has('n') ? numbered(all.toString()) : all.toString());
        return status;
    }

    private static String numbered(String text) {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (String line : Lines.withEnds(text)) {
            String digits = String.valueOf(++number);
            numbered.append(" ".repeat(Math.max(0, 6 - digits.length())));
            numbered.append(digits).append('\t').append(line);
        }
        return numbered.toString();
    }

    private static int tee(Call call) {
        Flags flags = Flags.parse(call, "ai", "append=a");
        if (flags == null) {
            return 1;
        }
        String text = call.process().readInput();
        call.print(text);
        int status = 0;
        for (String path : flags.operands()) {
            status |= call.write(path, text, flags.has('a')) ? 0 : 1;
        }
        return status;
    }
}
