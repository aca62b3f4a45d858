package dev.capy.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the executable jar starts. */
public final class Main {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private Main() {}

    /** Runs a command, {@code serve} unless another one is named; ends the JVM when the command fails. */
    public static void main(String[] args) {
        int exitCode = run(Console.standard(), args);
        if (exitCode != DONE) {
            System.exit(exitCode);
        }
    }

    /** What a command line comes to: its exit code. */
    static int run(Console console, String... args) {
        List<String> all = withCommand(args);
        Optional<Command> command = Commands.named(all.get(0))
                .filter(named -> PlainLine.read(all.subList(1, all.size()), named.settings()));
        return command.isPresent()
                ? run(command.get(), console)
                : Manual.commandLine(Commands.all(), console).execute(all.toArray(String[]::new));
    }

    /** What a command comes to whose settings are set. */
    static int run(Command command, Console console) {
        try {
            command.run(console);
            return DONE;
        } catch (Refusal e) {
            console.err().println(e.getMessage());
            return REFUSED;
        } catch (Exception e) {
            console.err().println("The server cannot start: " + e.getMessage());
            return FAILED;
        }
    }

    private static List<String> withCommand(String... args) {
        List<String> own = List.of("-h", "--help", "-V", "--version", Commands.DEFAULT);
        List<String> all = new ArrayList<>(Arrays.asList(args));
        if (all.isEmpty() || !own.contains(all.get(0)) && all.get(0).startsWith("-")) {
            all.add(0, Commands.DEFAULT);
        }
        return all;
    }
}
