package dev.capy.core.shell.builtin;

import dev.capy.core.shell.internal.Builtin;
import dev.capy.core.shell.internal.Call;
import java.util.List;
import java.util.Map;

/** Commands of real shells that this one lacks; they say so instead of passing for unknown programs. */
final class UnsupportedBuiltins {

    private static final List<String> NAMES = List.of(
            "alias",
            "bg",
            "declare",
            "fg",
            "getopts",
            "hash",
            "jobs",
            "let",
            "popd",
            "pushd",
            "readonly",
            "shopt",
            "times",
            "trap",
            "type",
            "typeset",
            "ulimit",
            "umask",
            "unalias");

    private UnsupportedBuiltins() {}

    static void register(Map<String, Builtin> all) {
        NAMES.forEach(name -> all.put(name, UnsupportedBuiltins::refuse));
    }

    private static int refuse(Call call) {
        call.complainAsShell("not supported");
        return 2;
    }
}
