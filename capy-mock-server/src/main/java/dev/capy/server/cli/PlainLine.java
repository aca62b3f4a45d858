package dev.capy.server.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads command lines that leave nothing to explain: options by their whole names, each with the one value that it needs.
 * Whatever else there is, help and mistakes among it, is left to {@link Manual}, which takes longer than to start a server.
 */
final class PlainLine {

    /** What may have a meaning beyond itself. */
    private static final List<String> SPECIAL = List.of("@", "\"", "'", "\\", "$");

    private final Map<String, Setting<?>> options = new HashMap<>();
    private final Map<String, List<String>> given = new HashMap<>();

    private PlainLine(List<Setting<?>> settings) {
        settings.forEach(setting -> setting.names().forEach(name -> options.put(name, setting)));
    }

    /** Sets what these arguments say; false, with nothing set, if they are not that plain. */
    static boolean read(List<String> arguments, List<Setting<?>> settings) {
        PlainLine line = new PlainLine(settings);
        return settings.stream().noneMatch(Setting::isOperand) && line.takes(arguments) && line.sets(settings);
    }

    private boolean takes(List<String> arguments) {
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            if (!takes(rest.next(), rest)) {
                return false;
            }
        }
        return true;
    }

    private boolean takes(String argument, Iterator<String> rest) {
        int end = argument.indexOf('=');
        Setting<?> option = options.get(end < 0 ? argument : argument.substring(0, end));
        if (option == null) {
            return false;
        } else if (option.form().isFlag()) {
            return end < 0 && gives(option, argument);
        } else if (end >= 0) {
            return gives(option, argument.substring(end + 1));
        }
        String value = rest.hasNext() ? rest.next() : "";
        return !value.startsWith("-") && gives(option, value);
    }

    private boolean gives(Setting<?> option, String value) {
        List<String> values = given.computeIfAbsent(option.names().get(0), name -> new ArrayList<>());
        values.add(value);
        return isPlain(value, option.separator())
                && (values.size() == 1 || option.form().isRepeatable());
    }

    private static boolean isPlain(String value, String separator) {
        return !value.isEmpty()
                && SPECIAL.stream().noneMatch(value::contains)
                && (separator.isEmpty() || !value.contains(separator));
    }

    /** All of them or none. */
    private boolean sets(List<Setting<?>> settings) {
        List<Runnable> effects = new ArrayList<>();
        try {
            for (Setting<?> setting : settings) {
                texts(setting).ifPresent(texts -> effects.add(setting.read(texts)));
            }
        } catch (RuntimeException e) {
            return false;
        }
        effects.forEach(Runnable::run);
        return true;
    }

    private Optional<List<String>> texts(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting.names().get(0)))
                .or(() -> Optional.ofNullable(setting.preset()).map(List::of));
    }
}
