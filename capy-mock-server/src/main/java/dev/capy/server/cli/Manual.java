package dev.capy.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The whole command line, as picocli reads and explains it. */
final class Manual {

    private final Console console;

    private Manual(Console console) {
        this.console = console;
    }

    static CommandLine commandLine(List<Command> commands, Console console) {
        return new CommandLine(new Manual(console).program(commands))
                .setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Manual::refused);
    }

    /** Says what is wrong, and leaves the rest to {@code --help}. */
    private static int refused(ParameterException refusal, String[] arguments) {
        refusal.getCommandLine().getErr().println(refusal.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    private CommandSpec program(List<Command> commands) {
        CommandSpec program = CommandSpec.create()
                .name("capy-mock-server")
                .version("capy-mock-server 0.1.0")
                .mixinStandardHelpOptions(true);
        program.usageMessage()
                .description("A deterministic world of agents and VMs behind the exact contract of the Capy API.");
        commands.forEach(command -> program.addSubcommand(command.name(), spec(command)));
        return program;
    }

    private CommandSpec spec(Command command) {
        List<Setting<?>> settings = command.settings();
        List<? extends ArgSpec> arguments =
                settings.stream().map(Manual::argument).toList();
        CommandSpec spec = CommandSpec.wrapWithoutInspection((Callable<Integer>) () -> {
            for (int i = 0; i < arguments.size(); i++) {
                set(settings.get(i), arguments.get(i));
            }
            return Main.run(command, console);
        });
        arguments.forEach(spec::add);
        spec.usageMessage()
                .description(command.description())
                .hidden(command.isHidden())
                .sortOptions(!command.name().equals(Commands.DEFAULT));
        return spec.mixinStandardHelpOptions(!command.isHidden());
    }

    private static ArgSpec argument(Setting<?> setting) {
        return setting.isOperand() ? operand(setting) : option(setting);
    }

    private static PositionalParamSpec operand(Setting<?> setting) {
        return PositionalParamSpec.builder()
                .required(true)
                .type(setting.form().type())
                .paramLabel(setting.label())
                .description(setting.description())
                .build();
    }

    private static OptionSpec option(Setting<?> setting) {
        Form<?> form = setting.form();
        OptionSpec.Builder option = OptionSpec.builder(setting.names().toArray(String[]::new))
                .type(form.type())
                .description(setting.description());
        if (form.isFlag()) {
            return option.build();
        } else if (form.isRepeatable()) {
            option.auxiliaryTypes(String.class).splitRegex(setting.separator());
            option.initialValue(List.of()).showDefaultValue(Visibility.ALWAYS);
        } else if (form.explained()) {
            option.converters(converter(form));
        }
        if (setting.preset() != null) {
            option.defaultValue(setting.preset()).showDefaultValue(Visibility.ALWAYS);
        }
        return option.paramLabel(setting.label()).build();
    }

    private static ITypeConverter<?> converter(Form<?> form) {
        return text -> {
            try {
                return form.reader().apply(List.of(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static <T> void set(Setting<T> setting, ArgSpec argument) {
        T value = argument.getValue();
        if (value != null) {
            setting.target().accept(value);
        }
    }
}
