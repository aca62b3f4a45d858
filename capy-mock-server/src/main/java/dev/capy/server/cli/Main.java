package dev.capy.server.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Where the executable jar starts. */
@Command(
        name = "capy-mock-server",
        description = "A deterministic world of agents and VMs behind the exact contract of the Capy API.",
        mixinStandardHelpOptions = true,
        version = "capy-mock-server 0.1.0",
        subcommands = {Serve.class, DumpData.class, RestoreData.class, MigrateData.class, VerifyData.class, Train.class
        })
public final class Main {

    private static final String DEFAULT_COMMAND = "serve";

    private Main() {}

    /** Runs a command, {@code serve} unless another one is named; ends the JVM when the command fails. */
    public static void main(String[] args) {
        int exitCode = commandLine().execute(withCommand(args));
        if (exitCode != CommandLine.ExitCode.OK) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::refused)
                .setExecutionExceptionHandler(Main::failed);
    }

    /** Says what is wrong, and leaves the rest to {@code --help}. */
    private static int refused(ParameterException refusal, String[] args) {
        refusal.getCommandLine().getErr().println(refusal.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println("The server cannot start: " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }

    static String[] withCommand(String... args) {
        List<String> own = List.of("-h", "--help", "-V", "--version", DEFAULT_COMMAND);
        if (args.length > 0 && (own.contains(args[0]) || !args[0].startsWith("-"))) {
            return args;
        }
        List<String> all = new ArrayList<>(List.of(args));
        all.add(0, DEFAULT_COMMAND);
        return all.toArray(String[]::new);
    }
}
