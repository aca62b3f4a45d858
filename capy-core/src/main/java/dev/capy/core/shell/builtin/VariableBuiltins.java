package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import dev.capy.core.shell.internal.Jump;
import dev.capy.core.shell.internal.Options;
import dev.capy.core.shell.syntax.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands about variables, options and positional parameters. */
final class VariableBuiltins {

    private VariableBuiltins() {}

    static void register(Map<String, Builtin> all) {
        all.put("export", VariableBuiltins::export);
        all.put("local", VariableBuiltins::local);
        all.put("unset", VariableBuiltins::unset);
        all.put("set", VariableBuiltins::set);
        all.put("shift", VariableBuiltins::shift);
        all.put("read", VariableBuiltins::read);
        all.put("env", VariableBuiltins::env);
        all.put("printenv", VariableBuiltins::printenv);
    }

    private static int export(Call call) {
        List<String> args = call.args();
        if (args.isEmpty() || args.equals(List.of("-p"))) {
            call.process()
                    .variables()
                    .environment()
                    .forEach((name, value) -> call.print("export " + name + "=" + quoted(value) + "\n"));
            return 0;
        }
        for (String arg : args) {
            call.process().variables().export(assign(call, arg));
        }
        return 0;
    }

    private static int local(Call call) {
        if (call.process().functionDepth() == 0) {
            call.complainAsShell("not in a function");
            throw new Jump.ExitShell(2);
        }
        for (String arg : call.args()) {
            String name = name(call, arg);
            call.process().keepForCaller(name);
            assign(call, arg);
        }
        return 0;
    }

    /** Carries out {@code NAME=value}, or nothing for a mere {@code NAME}; answers the name. */
    private static String assign(Call call, String arg) {
        String name = name(call, arg);
        if (arg.length() > name.length()) {
            call.process().variables().set(name, arg.substring(name.length() + 1));
        }
        return name;
    }

    private static String name(Call call, String arg) {
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg : arg.substring(0, equals);
        if (!Names.isName(name)) {
            call.complainAsShell(name + ": bad variable name");
            throw new Jump.ExitShell(2);
        }
        return name;
    }

    private static int unset(Call call) {
        boolean functions = false;
        for (String arg : call.args()) {
            if (arg.equals("-f") || arg.equals("-v")) {
                functions = arg.equals("-f");
            } else if (functions) {
                call.process().functions().remove(arg);
            } else {
                call.process().variables().unset(name(call, arg));
            }
        }
        return 0;
    }

    private static int set(Call call) {
        List<String> args = call.args();
        if (args.isEmpty()) {
            call.process().variables().all().forEach((name, value) -> call.print(name + "=" + quoted(value) + "\n"));
        }
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) {
                call.process().setArguments(args.subList(i + 1, args.size()));
                return 0;
            }
            boolean on = arg.startsWith("-");
            if (arg.length() < 2 || !(on || arg.startsWith("+"))) {
                call.process().setArguments(args.subList(i, args.size()));
                return 0;
            }
            for (char letter : arg.substring(1).toCharArray()) {
                boolean byName = letter == 'o' && i + 1 < args.size();
                String named = byName ? args.get(++i) : "";
                Options options = call.process().options();
                Options changed = byName ? options.with(named, on) : options.with(letter, on);
                if (changed == null) {
                    call.complainAsShell("Illegal option " + arg.charAt(0) + (byName ? "o " + named : letter));
                    throw new Jump.ExitShell(2);
                }
                call.process().setOptions(changed);
            }
        }
        return 0;
    }

    private static int shift(Call call) {
        List<String> arguments = call.process().arguments();
        int count;
        try {
            count = call.args().isEmpty() ? 1 : Integer.parseInt(call.args().get(0));
        } catch (NumberFormatException e) {
            count = -1;
        }
        if (count < 0 || count > arguments.size()) {
            call.complainAsShell(count < 0 ? "Illegal number: " + call.args().get(0) : "can't shift that many");
            throw new Jump.ExitShell(2);
        }
        call.process().setArguments(arguments.subList(count, arguments.size()));
        return 0;
    }

    private static int read(Call call) {
        List<String> names = new ArrayList<>(call.args());
        boolean raw = names.remove("-r");
        if (names.isEmpty()) {
            call.complainAsShell("arg count");
            return 2;
        }
        for (String name : names) {
            if (name.startsWith("-")) {
                call.complainAsShell("Illegal option " + name);
                return 2;
            }
            name(call, name);
        }
        String line = call.readLine();
        String text = line == null ? "" : raw ? line : line.replaceAll("\\\\(.)", "$1");
        List<String> fields = LineFields.split(text, call.process().variables().get("IFS", " \t\n"), names.size());
        for (int i = 0; i < names.size(); i++) {
            call.process().variables().set(names.get(i), i < fields.size() ? fields.get(i) : "");
        }
        return line == null ? 1 : 0;
    }

    private static int env(Call call) {
        List<String> args = call.args();
        int assignments = 0;
        while (assignments < args.size() && args.get(assignments).indexOf('=') > 0) {
            assignments++;
        }
        if (assignments < args.size() && args.get(assignments).startsWith("-")) {
            call.complain("option '" + args.get(assignments) + "' is not supported");
            return 125;
        }
        return call.process().withVariables(() -> {
            args.stream().takeWhile(arg -> arg.indexOf('=') > 0).forEach(arg -> {
                String name = arg.substring(0, arg.indexOf('='));
                call.process().variables().set(name, arg.substring(name.length() + 1));
                call.process().variables().export(name);
            });
            List<String> command =
                    args.stream().dropWhile(arg -> arg.indexOf('=') > 0).toList();
            if (command.isEmpty()) {
                call.process()
                        .variables()
                        .environment()
                        .forEach((name, value) -> call.print(name + "=" + value + "\n"));
                return 0;
            }
            return call.delegate(command);
        });
    }

    private static int printenv(Call call) {
        Map<String, String> environment = call.process().variables().environment();
        if (call.args().isEmpty()) {
            environment.forEach((name, value) -> call.print(name + "=" + value + "\n"));
            return 0;
        }
        int status = 0;
        for (String name : call.args()) {
            String value = environment.get(name);
            if (value == null) {
                status = 1;
            } else {
                call.print(value + "\n");
            }
        }
        return status;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\"'\"'") + "'";
    }
}
