package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Builtin;
import java.util.HashMap;
import java.util.Map;

/** All builtins by name. Immutable and thread-safe. */
public final class Builtins {

    /** Every builtin there is. */
    public static final Map<String, Builtin> ALL = all();

    private Builtins() {}

    private static Map<String, Builtin> all() {
        Map<String, Builtin> all = new HashMap<>();
        ControlBuiltins.register(all);
        VariableBuiltins.register(all);
        DirectoryBuiltins.register(all);
        FileBuiltins.register(all);
        CopyBuiltins.register(all);
        OutputBuiltins.register(all);
        TextBuiltins.register(all);
        ProgramBuiltins.register(all);
        LookupBuiltins.register(all);
        all.put("ls", new ListBuiltin());
        all.put("grep", new GrepBuiltin());
        all.put("printf", new PrintfBuiltin());
        all.put("test", TestBuiltin::test);
        all.put("[", TestBuiltin::bracket);
        UnsupportedBuiltins.register(all);
        return Map.copyOf(all);
    }
}
