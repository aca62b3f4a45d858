package dev.capy.core.shell.internal;

import dev.capy.core.shell.CommandRules;
import dev.capy.core.shell.Pace;
import java.util.Map;

/**
 * What all processes of a run share.
 *
 * @param deadline the last moment, in nanoseconds after the start
 */
public record Evaluation(CommandRules rules, Pace pace, Map<String, Builtin> builtins, long deadline, Budget budget) {}
