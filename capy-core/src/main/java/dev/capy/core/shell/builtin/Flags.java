package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call's arguments sorted into options and operands. */
record Flags(Map<Character, String> options, List<String> operands) {

    /**
     * Sorts the arguments; null, with a complaint, when there is an option that {@code known} lacks.
     *
     * @param known the letters; a colon behind one says that it takes a value
     * @param longNames pairs of a long option and its letter, such as {@code parents=p}
     */
    static @Nullable Flags parse(Call call, String known, String... longNames) {
        Flags flags = new Flags(new LinkedHashMap<>(), new ArrayList<>());
        List<String> args = call.args();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) {
                flags.operands.addAll(args.subList(i + 1, args.size()));
                return flags;
            }
            if (arg.startsWith("--")) {
                Optional<Character> letter = letter(arg.substring(2), longNames);
                if (letter.isEmpty()) {
                    return refuse(call, "unrecognized option '" + arg + "'");
                }
                flags.options.put(letter.get(), "");
            } else if (arg.length() < 2 || arg.charAt(0) != '-') {
                flags.operands.add(arg);
            } else {
                int taken = flags.cluster(call, args, i, known);
                if (taken < 0) {
                    return null;
                }
                i += taken;
            }
        }
        return flags;
    }

    private static Optional<Character> letter(String name, String... longNames) {
        for (String longName : longNames) {
            if (longName.startsWith(name + "=")) {
                return Optional.of(longName.charAt(longName.length() - 1));
            }
        }
        return Optional.empty();
    }

    /** Reads letters behind one dash; answers how many further arguments they took, -1 for a wrong one. */
    private int cluster(Call call, List<String> args, int at, String known) {
        String arg = args.get(at);
        for (int i = 1; i < arg.length(); i++) {
            char letter = arg.charAt(i);
            int position = letter == ':' ? -1 : known.indexOf(letter);
            if (position < 0) {
                refuse(call, "invalid option -- '" + letter + "'");
                return -1;
            }
            if (known.startsWith(":", position + 1)) {
                boolean attached = i + 1 < arg.length();
                if (!attached && at + 1 >= args.size()) {
                    refuse(call, "option requires an argument -- '" + letter + "'");
                    return -1;
                }
                options.put(letter, attached ? arg.substring(i + 1) : args.get(at + 1));
                return attached ? 0 : 1;
            }
            options.put(letter, "");
        }
        return 0;
    }

    private static @Nullable Flags refuse(Call call, String why) {
        call.complain(why + "\nTry '" + call.name() + " --help' for more information.");
        return null;
    }

    boolean has(char letter) {
        return options.containsKey(letter);
    }

    String value(char letter, String otherwise) {
        return options.getOrDefault(letter, otherwise);
    }
}
