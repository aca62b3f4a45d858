package dev.capy.core.shell.internal;

/** A command that the shell knows by itself. */
@FunctionalInterface
public interface Builtin {

    /** Does it and answers its exit code. */
    int run(Call call);
}
